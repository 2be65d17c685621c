/** Events that several groups hold: whose the people are who come, and what each group hears. */
export const heldTogether = {
  'events.owner.link':
    'You came through {group}: your email goes to it. At the door, {home} reads the name you give here, whom you bring and what you need.',
  'events.owner.home':
    'Your name and email go to {group}. The groups that hold this with it hear how many came, by tens.',
  'events.together.with': 'With {groups}',
  'events.places.shared': '{taken, number} or more of {capacity, number} places taken',
  'events.places.all': '{capacity, plural, one {# place} other {# places}}',
  'events.going.shared': '{count, number} people or more are going',
  'events.through': 'through {group}',
  'events.own.through': 'You answered through {group}: your email is with it.',
  'events.manage.sponsors': 'Groups that hold it with you',
  'events.manage.sponsors.text':
    'They stand on its page and it stands in their calendars. Whoever answers through the link of one of them is its person: on your list you read the name they gave, and through whom they come.',

  'events.sponsorships': 'Held with other groups',
  'events.sponsorships.text':
    'Events that other groups ask you to hold with them. With your yes it stands in your calendar, and you get a link of your own.',
  'events.sponsorships.accept': 'Hold it together',
  'events.sponsorships.accepted': 'You hold this together.',
  'events.sponsorships.leave': 'No longer',
  'events.sponsorships.leave.sure':
    'It goes from your calendar, and your name from its page. The people who answered through your link stay yours.',
  'events.alongside': 'Who holds it',
  'events.alongside.going': 'Said they come',
  'events.alongside.by-tens':
    'Your own figures are exact. How many came from other groups is told once the door list is closed: rounded down, and “fewer than 10” under 10.',
  'events.alongside.later': 'told after it',
  'events.alongside.whose': 'Whose are the people who come?',
  'events.alongside.whose.text':
    'Whoever answers belongs to the group whose link brought them, else to the home group; the form says so before they answer. At the door there is one list, with the name that each of them gave.',
  'events.alongside.own': 'Your people',
  'events.alongside.yours.text':
    'Everyone who answers through it is your group’s person. Print the code, or pass the link on.',

  'mail.rsvp.opt-in.through':
    'If you want the group through which you came to tell you what happens next, press “Yes, tell me what happens next” on the page behind the button below. Unless you do, you hear of this event only.',
  'mail.events.sponsor-asked.subject': '{group} asks you to hold an event together: {title}',
  'mail.events.sponsor-asked.heading': 'Hold an event together?',
  'mail.events.sponsor-asked.text':
    '{group} asks your group to hold “{title}” with it. With your yes it stands in your calendar, and you get a link of your own: whoever answers through it is your group’s person.',
  'mail.events.sponsor-accepted.subject': '{group} holds it with you: {title}',
  'mail.events.sponsor-accepted.heading': 'The answer is yes',
  'mail.events.sponsor-accepted.text': '{group} holds “{title}” with you from now on.',
  'mail.events.sponsor-declined.subject': '{group} says no: {title}',
  'mail.events.sponsor-declined.heading': 'The answer is no',
  'mail.events.sponsor-declined.text': '{group} does not hold “{title}” with you for now.',
  'mail.events.sponsor-left.subject': '{group} no longer holds it with you: {title}',
  'mail.events.sponsor-left.heading': 'A group has left',
  'mail.events.sponsor-left.text':
    '{group} no longer holds “{title}” with you. Whoever said through its link that they come stays on your list.',
  'mail.events.sponsor-dropped.subject': 'You no longer hold it: {title}',
  'mail.events.sponsor-dropped.heading': 'Your name is off an event',
  'mail.events.sponsor-dropped.text':
    '{group} has taken your group off “{title}”. The people who answered through your link stay yours.',

  'error.events.owner-changed':
    'The groups of this event changed while you wrote. Read below who gets your email now, and send it again.',
  'error.events.signed-elsewhere':
    'You signed through another group than the one that holds this. Answer on its page, which says who gets your name.',
  'error.events.own-sponsor': 'This is the event’s own group.',
  'error.events.sponsor-said-no': 'This group said no. It can be asked again thirty days after that.',
} as const;
