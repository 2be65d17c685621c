export const ladders = {
  'error.ladders.faults': 'Something is in the way of opening it. It is said at the step.',
  'error.ladders.more-by-now':
    'By now {count, plural, one {# person would begin} other {# people would begin}} at once. Look at it again, and then open it.',
  'error.ladders.too-many':
    'A group keeps {most, number} ladders that are not over. End or remove one first.',
  'error.ladders.too-many-steps': 'A ladder has {most, number} steps at most.',
  'error.ladders.too-deep':
    'A branch stands in one other at most. Put it after that one, or begin another ladder.',
  'error.ladders.membership-of-members':
    'What members must hear goes to those who joined, and to nobody else.',
  'error.ladders.thing-unknown': 'That is not one of the group’s any more. Choose another.',
  'error.ladders.no-colleague': 'Choose somebody who sees the group’s people.',
  'error.ladders.one-sentence': 'Choose one sentence.',
  'error.ladders.step-kind': 'A step stays what it is. Remove it, and add another.',
  'error.ladders.counting-takes-long': 'Counting takes too long just now. Try again in a while.',
  'ladders.new-name': 'New ladder',
  'ladders.rung.label': '{ladder}, step {number, number}: {step}',
  'ladders.step.wait': 'wait',
  'ladders.step.send': 'letter',
  'ladders.step.invite': 'invitation',
  'ladders.step.tag': 'tag',
  'ladders.step.hand': 'hand over',
  'ladders.step.stop': 'stop if',
  'ladders.step.branch': 'branch',
  'mail.ladder-handed.subject': '{group}: somebody to get in touch with',
  'mail.ladder-handed.text':
    'The ladder “{ladder}” handed people to you: you keep in touch with them from now on. Why, stands in the notes at each of them.',
  'mail.ladder-handed.button': 'See whom',
  'ladders.invite.subject': 'Will you come?',
  'ladders.invite.body':
    "Hello '{{first name|friend}}',\n\nthis is the next time we meet near you:\n\n'{{event nearest}}'\n\nBring somebody along.",
  'mail.ladder-stopped.subject': 'The ladder “{ladder}” stopped by itself',
  'mail.ladder-stopped.many':
    'More people would begin it at once than one alone may let. Nobody of them did: look whether they are those whom you meant.',
  'mail.ladder-stopped.gone':
    'One of its sentences asks for something that is gone, or that you see no more. So that nobody stays on it who is to leave, nobody goes on.',
  'mail.ladder-stopped.next': 'Letters that waited were taken back. On its page you let it go on, or end it.',
  'mail.ladder-stopped.button': 'Open the ladder',
  'ladders.stopped.many':
    'More people would begin at once than one alone may let, so it stopped by itself. Look whether they are those whom you meant; somebody else has to agree before it goes on.',
  'ladders.stopped.gone':
    'A sentence of it asks for something that is gone, so it stopped by itself: whoever is to leave would stay. Make a draft from it, put that right, and end this one.',
};
