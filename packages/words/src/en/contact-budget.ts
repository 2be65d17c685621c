/** How often the groups of a coalition write to one person, together: what it proposes, what a group keeps, what a mailing says of it. */
export const contactBudget = {
  'coalitions.budget': 'Contact budget',
  'coalitions.budget.intro':
    'How many mails a week one person gets at most from the groups of this coalition together. Each group decides for itself whether it keeps it. No name and no address crosses: whom the others wrote to is said to nobody.',
  'coalitions.budget.field': 'Mails a week at most',
  'coalitions.budget.hint':
    'From 1 to 14. The stewards of each group are asked by mail. Until a group says yes to a new number, it keeps the one it said yes to.',
  'coalitions.budget.end': 'End it for all groups',
  'coalitions.budget.end.text':
    'Every group’s yes ends with it, and what counted this week is deleted. To have one again, each group has to say yes anew.',
  'coalitions.budget.propose': 'Propose it',
  'coalitions.budget.proposed':
    '{count, plural, one {At most # mail a week} other {At most # mails a week}} to one person, from all groups that keep it.',
  'coalitions.budget.none': 'This coalition proposes no contact budget.',
  'coalitions.budget.keepers': 'Groups that keep it',
  'coalitions.budget.keepers.none': 'No group that you may know of keeps it yet.',
  'coalitions.budget.keeps': '{count, plural, one {# mail a week} other {# mails a week}}',
  'coalitions.budget.own.intro':
    'From a yes on, letters to many of your group count, and a letter to 50 or more passes by who had enough from all groups that keep it. You learn how many that is, down to the ten, and never who.',
  'coalitions.budget.own.price':
    'Those passed over stand in your lists and figures as if they had got it. To fewer than 50, and on ladders, only your own letters count.',
  'coalitions.budget.own.asked':
    '{coalition} proposes {count, plural, one {# mail a week} other {# mails a week}} at most. Your group has not said yes to that.',
  'coalitions.budget.own.kept':
    'Your group keeps {count, plural, one {# mail a week} other {# mails a week}} at most, since {date}.',
  'coalitions.budget.own.kept-by':
    'Your group keeps {count, plural, one {# mail a week} other {# mails a week}} at most, since {date}, by the yes of {name}.',
  'coalitions.budget.own.yes':
    '{count, plural, one {Yes, keep # mail a week} other {Yes, keep # mails a week}}',
  'coalitions.budget.own.drop': 'Take the yes back',
  'coalitions.budget.own.suspended': 'As long as your group is kept out it keeps no budget here.',
  'coalitions.done.budget': 'The proposal stands. The stewards of each group are asked by mail.',
  'coalitions.done.budget-ended': 'The contact budget has ended for all groups.',
  'coalitions.done.budget-kept': 'Your group keeps the contact budget from now on.',
  'coalitions.done.budget-dropped': 'Your group keeps no contact budget here any more.',
  'error.coalitions.budget-changed': 'Another number is proposed by now. Read it again and decide.',
  'mail.coalitions.budget-proposed.subject': '{coalition} proposes how often its groups write to somebody',
  'mail.coalitions.budget-proposed.heading': 'A contact budget is proposed',
  'mail.coalitions.budget-proposed.text':
    '{coalition} proposes that nobody gets more than {count, plural, one {# mail} other {# mails}} a week from its groups together. {group} keeps it if one of its stewards says yes; nothing happens without that. No name crosses to another group.',

  'compositions.check.budget-own':
    'Your group keeps the contact budget of {coalitions}: {most, plural, one {# mail} other {# mails}} a week. To fewer than {from}, only your own letters count.',
  'compositions.check.budget-few':
    'Contact budget of {coalitions} ({most, plural, one {# mail} other {# mails}} a week): fewer than 10 of these are passed over, or none. They are free again within a week at the latest.',
  'compositions.check.budget-some':
    'Contact budget of {coalitions} ({most, plural, one {# mail} other {# mails}} a week): at least {count, number} of these are passed over. By {on} all of them are free again.',
  'compositions.check.budget-unknown':
    'Contact budget of {coalitions} ({most, plural, one {# mail} other {# mails}} a week): some of these may be passed over. How many is not worked out again now.',
  'mailings.why.coalition-budget':
    '{count, plural, one {had as many mailings of yours this week as the contact budget allows} other {had as many mailings of yours this week as the contact budget allows}}',
  'mailings.left-out.coalition-budget': 'Had as many of your mailings this week as the contact budget allows',
  'mailings.budgeted.few':
    'The contact budget of your coalition passed over fewer than 10 of these, or none. They were left out, not put off: within a week at the latest you may write to them again. Who it was is told to nobody.',
  'mailings.budgeted.some':
    'The contact budget of your coalition passed over at least {count, number} of these. They were left out, not put off: by {date} all of them are free again. Who it was is told to nobody.',
  'people.history.mailed-budgeted':
    'Mailed: {label} (a mailing in which a contact budget may have passed some over)',
  'own.budget':
    'It keeps the contact budget of {coalition}: from the groups that keep it you get {count, plural, one {# mail} other {# mails}} to many a week at most.',
  'own.budget.unnamed':
    'It keeps the contact budget of a coalition: from the groups that keep it you get {count, plural, one {# mail} other {# mails}} to many a week at most.',
} as const;
