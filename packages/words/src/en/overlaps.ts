export const overlaps = {
  'error.compacts.overlap-open': 'This has been asked already, and waits for an answer.',
  'error.compacts.clause.too-soon':
    'People in common are counted at most once in 30 days, and a no holds as long.',
  'error.compacts.clause.unanswered': 'Nobody answered within 14 days. It has lapsed.',
  'mail.compacts.overlap-asked.subject': '{group} asks how many people you have in common',
  'mail.compacts.overlap-asked.heading': 'A count waits for your answer',
  'mail.compacts.overlap-asked.text':
    '{group} asks how many people stand in both your lists. With your yes it is counted once, and both of you read a rounded number, or that it is fewer than fifty. No name and no address crosses.',
  'mail.compacts.overlap-declined.subject': '{group} says no to counting',
  'mail.compacts.overlap-declined.heading': 'The answer is no',
  'mail.compacts.overlap-declined.text':
    '{group} does not want it counted how many people you have in common. You can ask again after 30 days.',
  'mail.compacts.overlap-counted.subject': 'Counted: people in common with {group}',
  'mail.compacts.overlap-counted.heading': 'It is counted',
  'mail.compacts.overlap-counted.text':
    '{group} said yes, and it was counted how many people you have in common. The number stands on the page of your agreement about “{title}”.',
  'compacts.clause.too-soon': 'once in 30 days',
  'compacts.clause.unanswered': 'no answer in 14 days',
  'compacts.use.state.counted': 'counted',
  'compacts.done.overlap-agreed': 'Agreed. It is being counted.',
  'compacts.overlap': 'People in common',
  'compacts.overlap.hint':
    'How many people stand in both lists, if both groups want to know. It is counted once, rounded, and said from fifty on.',
  'compacts.overlap.few': 'Fewer than 50',
  'compacts.overlap.counted': 'Counted on {date}.',
  'compacts.overlap.next': 'It can be asked again from {date} on.',
  'compacts.overlap.ask': 'Ask to count',
  'compacts.overlap.show': 'Show the number in coalitions that both groups are in',
  'compacts.overlap.show.hint':
    'To those who publish for a group there. The other group says yes to this as well.',
  'compacts.overlap.shown': 'The number is shown to those who publish in coalitions that both groups are in.',
  'compacts.overlap.waits': 'Asked on {date}. {group} has not answered yet.',
  'compacts.overlap.asked': '{group} asks how many people you have in common.',
  'compacts.overlap.asked.shown':
    'The number would be shown, too, to those who publish in coalitions that both groups are in.',
  'compacts.overlap.counting': 'It is being counted. Reload the page in a moment.',
  'compacts.overlap.yes': 'Yes, count',
  'compacts.overlap.no': 'No, because…',
  'compacts.overlap.no.word': 'Why not?',
  'compacts.overlap.hides': 'What this hides, and what it does not',
  'compacts.overlap.hides.marks':
    'No name and no address crosses. Each address becomes a mark under a key that is made for this one count; marks are compared, and key and marks are gone.',
  'compacts.overlap.hides.noes':
    'Whoever said no to being passed on or to all contact is not counted, and nobody who came to one of the lists within the last 30 days.',
  'compacts.overlap.hides.lot':
    'Up to nine are taken off by lot before it is rounded down to the ten, and it is counted at most once in 30 days. So nobody learns of one person by counting twice.',
  'compacts.overlap.shows.share':
    'It does not hide about how many there are: both groups learn how large a share of their own people the other one has too.',
  'compacts.overlap.shows.lists':
    'A group that puts many bought or made-up addresses on its list learns about how many of these the other one has. Say no where you do not trust a list.',
};
