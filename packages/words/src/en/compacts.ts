export const compacts = {
  'error.compacts.other-off':
    'The site’s stewards keep the other group from acting for now. Nothing new is agreed or sent meanwhile.',
  'error.compacts.with-itself': 'A group needs no agreement with itself. Enter another group.',
  'error.compacts.no-group':
    'There is no group at this address. Open its page and copy the address from there.',
  'error.compacts.nobody-answers': 'Nobody manages this group, so nobody could answer.',
  'error.compacts.asked-lately':
    'The answer was no, or you took it back. Proposing again is possible after {days, plural, one {one day} other {# days}}.',
  'error.compacts.until': 'Choose a last day from tomorrow to three years ahead.',
  'error.compacts.replaced': 'Other terms have been proposed meanwhile. Reload the page and read those.',
  'error.compacts.decided':
    'This has been decided or taken back meanwhile. Reload the page to see how it stands.',
  'error.compacts.past': 'The last day of these terms is over. Propose others.',
  'error.compacts.takes-two': 'An agreement takes two people. Somebody else of your group has to say yes.',
  'error.compacts.not-in-force': 'Nothing is in force between the two groups.',
  'error.compacts.clause.most-a-year':
    'The agreement allows {count, plural, one {one letter} other {# letters}} in any 365 days, and no more are left.',
  'error.compacts.clause.until': 'It would be after the last day of the agreement.',
  'error.compacts.clause.ended': 'It would be after the agreement has been ended.',
  'error.compacts.clause.fields':
    'The letter says something of its readers that the agreement does not allow, such as their names.',
  'error.compacts.clause.notice':
    'The {hours, plural, one {hour} other {# hours}} of notice are over, and nobody had said yes. It has lapsed and does not go out.',
  'error.compacts.letter-twice': 'Write the letter once in each language.',
  'error.compacts.letter-wrong':
    '“{word}” is not understood. In two braces stand a merge word, an event or a petition.',
  'error.compacts.letter-missing':
    '“{word}” is not there for everybody, nor yours. Name something that everybody may see.',
  'error.compacts.letter-faults':
    'Something in the letter cannot be sent as it is: a picture or a thing that it names is gone, or it is too heavy. Ask the other group to change it.',
  'error.compacts.on-its-way':
    'It is going out already. Whoever sends it can stop it on the page of the mailing.',
  'error.compacts.use-decided':
    'This has been answered, taken back or sent meanwhile. Reload the page to see how it stands.',
  'error.compositions.not-agreed':
    'It says something else than what your group said yes to, and goes out no further.',
  'mail.compacts.proposed.subject': '{group} proposes an agreement',
  'mail.compacts.proposed.heading': 'An agreement is proposed',
  'mail.compacts.proposed.text':
    '{group} proposes to your group what one of you may write to the people of the other: “{title}”. Read the terms, talk about them in the channel, and say yes or no.',
  'mail.compacts.agreed.subject': '{group} agrees',
  'mail.compacts.agreed.heading': 'The answer is yes',
  'mail.compacts.agreed.text':
    '{group} has agreed to the terms about “{title}”. They are in force from now on.',
  'mail.compacts.declined.subject': '{group} does not agree',
  'mail.compacts.declined.heading': 'The answer is no',
  'mail.compacts.declined.text':
    '{group} said no to the terms about “{title}”. After a week you can propose others.',
  'mail.compacts.ended.subject': '{group} ends your agreement',
  'mail.compacts.ended.heading': 'An agreement ends',
  'mail.compacts.ended.text':
    '{group} has ended the agreement about “{title}”. Its page says when it is over. The ledger stays for both of you.',
  'mail.compacts.use-asked.subject': '{group} would write to your people: {title}',
  'mail.compacts.use-asked.heading': 'A letter waits for your answer',
  'mail.compacts.use-asked.text':
    '{group} has written “{title}” for your people. Read it and say yes or no. Without a yes in time it does not go out.',
  'mail.compacts.use-agreed.subject': '{group} says yes: {title}',
  'mail.compacts.use-agreed.heading': 'The answer is yes',
  'mail.compacts.use-agreed.text':
    '{group} sends “{title}” to its people at the moment that was asked for. If you change a word until then, it has to say yes again.',
  'mail.compacts.use-declined.subject': '{group} says no: {title}',
  'mail.compacts.use-declined.heading': 'The answer is no',
  'mail.compacts.use-declined.text': '{group} does not send “{title}”. It does not count as a use.',
  'mail.compacts.use-wished.subject': '{group} asks for a change: {title}',
  'mail.compacts.use-wished.heading': 'Something is to be changed',
  'mail.compacts.use-wished.text':
    '{group} would send “{title}” if you changed it. With another text it is asked for anew, and the hours of notice begin again.',
  'mail.compacts.use-withdrawn.subject': '{group} takes back: {title}',
  'mail.compacts.use-withdrawn.heading': 'A letter was taken back',
  'mail.compacts.use-withdrawn.text': '{group} has taken back “{title}”. It does not go out.',
  'mail.compacts.use-lapsed.subject': 'No answer in time: {title}',
  'mail.compacts.use-lapsed.heading': 'It has lapsed',
  'mail.compacts.use-lapsed.text':
    '{group} did not say yes to “{title}” within the hours of notice, so it does not go out. It does not count as a use.',
  'compositions.from-writer': '{group}, written by {writer}',
  'compositions.by-writer':
    '{writer} wrote this letter, and {group} sends it to you. {writer} does not have your address.',
  'mailings.by-writer':
    '{writer} wrote this letter under an agreement with your group. It goes out as your group said yes to it, or not at all: nobody changes it here.',
  'mailings.why.no-sharing': '{count, plural, one {said no to sharing} other {said no to sharing}}',
  'mailings.why.no-writer':
    '{count, plural, one {wants no letters of that group} other {want no letters of that group}}',
  'mailings.left-out.no-sharing': 'Said no to sharing with other groups',
  'mailings.left-out.no-writer': 'Want no letters of the group that wrote it',
};
