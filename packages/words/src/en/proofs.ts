/** A campaign's public count, kept with a fingerprint by which each group checks it against its own people. */
export const proofs = {
  'campaigns.proof.title': 'Proof of count',
  'campaigns.proof.line':
    '{count, plural, one {# name was counted} other {# names were counted}} on {day}, fingerprint {start}…',
  'campaigns.proof.counted':
    '{count, plural, one {# name was counted} other {# names were counted}}: {moment}.',
  'campaigns.proof.none': 'Nobody has had this campaign counted yet.',
  'campaigns.proof.fingerprint': 'Fingerprint',
  'campaigns.proof.write-down':
    'Write it down, or send it to each other. If anything in the count or the list is changed later, it is another one.',
  'campaigns.proof.list': 'The list, without names ({kilobytes, number} kB)',
  'campaigns.proof.script': 'The program that checks it',
  'campaigns.proof.shows': 'What it shows',
  'campaigns.proof.shows.count':
    'The list has one line for each name that counts: as many as the public count said at that moment.',
  'campaigns.proof.shows.own':
    'Each group that carries the campaign finds its own people’s lines in it, each once. Nobody else can tell whose a line is.',
  'campaigns.proof.shows.fixed':
    'Neither the number nor the list can be changed afterwards without changing the fingerprint.',
  'campaigns.proof.shows-not': 'What it does not show',
  'campaigns.proof.shows-not.people':
    'That the other groups’ lines are people: each group answers for its own.',
  'campaigns.proof.shows-not.tens':
    'Everyone who signed through a group that stands with it. They are counted ten at a time, and whoever signed through two groups counts once, by tens as well; so some of a group’s names are not in the list.',
  'campaigns.proof.shows-not.since':
    'Who has taken their name off since. A list that was kept stays as it was.',
  'campaigns.proof.how': 'Check it yourself',
  'campaigns.proof.how.files':
    'Save the list and the program in one folder. The program needs Node, and asks nobody.',
  'campaigns.proof.how.own':
    'Take your own group’s names of this campaign out as a file. That is for those who may take people out of your group.',
  'campaigns.proof.how.run': 'Run this, with the names of your files:',
  'campaigns.proof.how.compare': 'Compare the fingerprint with the one that you and other groups wrote down.',
  'campaigns.proof.take': 'Take a proof',
  'campaigns.proof.take.text':
    'Keeps the public count as it is now, with the list behind it, for everybody who sees the campaign. Where one was taken within the last hour you are given that one.',
  'campaigns.proof.take.few': 'From ten names on.',
  'campaigns.proof.waiting': 'It is being written; that takes some seconds.',
  'campaigns.proof.look': 'See whether it is there',
  'campaigns.proof.failed':
    'The last one came to nothing: its list and the public count did not agree, or fewer than ten names were left. Nothing of it was kept. If it happens again, tell those who run this site.',
  'campaigns.proof.all': 'All proofs',
  'campaigns.proof.column.counted': 'Counted',
  'campaigns.proof.column.names': 'Names',
  'campaigns.proof.column.list': 'List',
  'campaigns.proof.gone': 'no longer kept',
  'campaigns.proof.own-names': 'Your people’s names as CSV',
  'campaigns.proof.own-names.text':
    'Those who signed through your group, also to check a proof of count with. Each time is on record, and they read on how many days it was.',
  'error.campaigns.proof-too-few': 'Proofs are taken from ten names on.',
  'error.campaigns.proofs-enough':
    'This campaign was counted {count} times within a day. Take the last one, or wait until tomorrow.',
} as const;
