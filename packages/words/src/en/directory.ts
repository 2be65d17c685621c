export const directory = {
  'error.directory.ends-on': 'Choose a day from today to a year ahead.',
  'error.directory.not-in': 'The group is not in this coalition now.',
  'error.directory.not-listed':
    'Everybody can be asked only by groups that everybody finds in lists. Choose a coalition, or make the group public.',
  'error.directory.full':
    'A group has at most {count} needs and offers at a time. Close some that are over first.',
  'error.directory.answered':
    'Groups have answered already, so whom it is for stays as it is. Close it and put up another one.',
  'error.directory.answered-already': 'Your group has answered this already.',
  'error.directory.own': 'This is your group’s own. Choose another of your groups.',
  'error.directory.taken': 'It is taken meanwhile. When it comes to nothing, it is open again.',
  'error.directory.closed': 'It is no longer needed or offered.',
  'error.directory.gone': 'That group cannot take part here at the moment.',
  'error.directory.answered-lately':
    'Your group answered this before and it came to nothing. It can answer again a week after that.',
  'error.directory.settled':
    'This has been settled or taken back meanwhile. Reload the page to see how it stands.',
  'mail.directory.answered.subject': '{group} answers: {title}',
  'mail.directory.answered.heading': 'A group answers you',
  'mail.directory.answered.text':
    '{group} has answered to “{title}”, and waits for your yes or no. Whoever publishes for your group can say it.',
  'mail.directory.taken.subject': '{group} says yes: {title}',
  'mail.directory.taken.heading': 'The answer is yes',
  'mail.directory.taken.text':
    '{group} has said yes to your answer to “{title}”. Arrange it with them; when it is done, either of you says so.',
  'mail.directory.declined.subject': 'No: {title}',
  'mail.directory.declined.heading': 'The answer is no',
  'mail.directory.declined.text': 'Your answer to “{title}” was not taken, or is taken no longer.',
  'mail.directory.fulfilled.subject': 'Done: {title}',
  'mail.directory.fulfilled.heading': 'It is done',
  'mail.directory.fulfilled.text': '{group} says that “{title}” is done. It is no longer listed.',
  'mail.directory.withdrawn.subject': '{group} takes it back: {title}',
  'mail.directory.withdrawn.heading': 'An answer is taken back',
  'mail.directory.withdrawn.text':
    '{group} has taken back its answer to “{title}”. While it stands, others can answer.',
  'mail.directory.ended.subject': 'No longer: {title}',
  'mail.directory.ended.heading': 'Your answer has ended',
  'mail.directory.ended.text':
    '“{title}”, to which your group has answered, ended before anybody said yes or no, or is no longer for your group. Nothing is left to do.',
};
