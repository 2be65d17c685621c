export const coalitions = {
  'error.groups.coalition-joining': 'A coalition decides on each group, or invites. Choose one of the two.',
  'error.coalitions.council-reported': 'Groups were told of this council already. It stays one.',
  'error.coalitions.banned': 'The coalition has banned them. Name somebody else, or ask its stewards.',
  'error.coalitions.nobody-decides': 'No group is in this coalition any more, so nobody could answer.',
  'error.coalitions.circle': 'A coalition cannot be in itself, nor in one that is in it.',
  'error.coalitions.suspended':
    'This group is suspended from the coalition. The coalition’s stewards can let it in again.',
  'error.coalitions.by-invitation': 'This coalition takes groups that it invites. Ask one of its stewards.',
  'error.coalitions.asked-lately':
    'The answer was no. Asking again is possible after {days, plural, one {# day} other {# days}}.',
  'error.coalitions.already-decided':
    'This has been decided or taken back meanwhile. Reload the page to see how it stands.',
  'error.coalitions.not-in': 'The group is not in this coalition now.',
  'error.coalitions.delegates-only':
    'The members of a coalition are those whom its groups name to speak for them.',
  'error.coalitions.not-a-member': 'Choose a member of the group.',
  'error.coalitions.speaks-for-another':
    'They speak for another group in this coalition already. One person speaks for one group.',
  'error.coalitions.seats-taken':
    'Each group has {count, plural, one {# seat} other {# seats}} here, and all are taken. Recall somebody first.',
  'error.coalitions.term': 'Choose a last day from tomorrow to three years ahead.',
  'error.coalitions.delegates-report': 'Only those who speak for the group there can report back.',
  'error.coalitions.council-not-over': 'The council is not over yet.',
  'error.messaging.readers-of-coalitions':
    'Only a coalition has channels for everyone in its groups or for their organizers.',
  'mail.coalitions.applied.subject': '{group} asks to join {coalition}',
  'mail.coalitions.applied.heading': 'A group asks to join',
  'mail.coalitions.applied.text':
    '{group} would like to be in {coalition}, and waits for your answer. You can read what it answered to your questions.',
  'mail.coalitions.invited.subject': '{coalition} invites {group}',
  'mail.coalitions.invited.heading': 'Your group is invited',
  'mail.coalitions.invited.text':
    '{coalition} would like {group} to be one of its groups, and waits for your answer. Your members and your data stay yours.',
  'mail.coalitions.accepted.subject': '{group} is in {coalition}',
  'mail.coalitions.accepted.heading': 'The answer is yes',
  'mail.coalitions.accepted.text':
    '{group} is one of the groups of {coalition} now. It can name who speaks for it.',
  'mail.coalitions.declined.subject': '{group} and {coalition}: no',
  'mail.coalitions.declined.heading': 'The answer is no',
  'mail.coalitions.declined.text': '{group} will not be in {coalition} for now.',
  'mail.coalitions.suspended.subject': '{group} is suspended from {coalition}',
  'mail.coalitions.suspended.heading': 'Your group is suspended',
  'mail.coalitions.suspended.text':
    '{coalition} has suspended {group}. Until it says otherwise nobody of your group reads or writes in its channels, and nobody speaks for it there.',
  'mail.coalitions.resumed.subject': '{group} is in {coalition} again',
  'mail.coalitions.resumed.heading': 'Your group is in again',
  'mail.coalitions.resumed.text':
    '{coalition} has ended the suspension of {group}. Name anew who speaks for it.',
  'mail.coalitions.left.subject': '{group} has left {coalition}',
  'mail.coalitions.left.heading': 'A group has left',
  'mail.coalitions.left.text': '{group} is no longer in {coalition}.',
  'mail.coalitions.ended.subject': '{group} is no longer in {coalition}',
  'mail.coalitions.ended.heading': 'Your group is out',
  'mail.coalitions.ended.text': '{coalition} has decided that {group} is no longer one of its groups.',
  'mail.coalitions.steward-followed.subject': 'You are the steward of {coalition} now',
  'mail.coalitions.steward-followed.heading': 'You follow its last steward',
  'mail.coalitions.steward-followed.text':
    'The last steward of {coalition} has gone, and of its delegates you are there longest: its keys are yours. Under Members you can make others its stewards too.',
  'mail.coalitions.delegate-named.subject': 'You speak for {group} in {coalition}',
  'mail.coalitions.delegate-named.heading': 'You are a delegate',
  'mail.coalitions.delegate-named.text':
    '{group} has named you to speak for it in {coalition} until {date}. Your mandate stands on the page. After each council your group waits for a report from you.',
  'mail.coalitions.delegate-recalled.subject': '{group} has recalled you from {coalition}',
  'mail.coalitions.delegate-recalled.heading': 'You have been recalled',
  'mail.coalitions.delegate-recalled.text': 'You no longer speak for {group} in {coalition}.',
  'mail.coalitions.delegate-lost.subject': '{group} has an empty seat in {coalition}',
  'mail.coalitions.delegate-lost.heading': 'A seat is empty',
  'mail.coalitions.delegate-lost.text':
    'Somebody who spoke for {group} in {coalition} has left or was put out. You can name somebody else.',
  'mail.coalitions.term-soon.subject': 'A term in {coalition} ends on {date}',
  'mail.coalitions.term-soon.heading': 'A term ends soon',
  'mail.coalitions.term-soon.text':
    'The term of {name}, who speaks for {group} in {coalition}, ends on {date}. The stewards of the group can name them again, or somebody else.',
  'mail.coalitions.term-over.subject': 'A term in {coalition} is over',
  'mail.coalitions.term-over.heading': 'A term is over',
  'mail.coalitions.term-over.text':
    'The term of {name}, who spoke for {group} in {coalition}, ended on {date}. The stewards of the group can name them again, or somebody else.',
  'mail.coalitions.report-due.subject': '{group} waits for your report from {coalition}',
  'mail.coalitions.report-due.heading': 'Report back to your group',
  'mail.coalitions.report-due.text':
    'A council of {coalition} is over. Tell the members of {group} by {date} what was decided and what you said there.',
};
