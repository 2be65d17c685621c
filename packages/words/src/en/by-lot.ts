/** Sharing in proportion: those who said yes to any group of a campaign are dealt out by lot. */
export const byLot = {
  'campaigns.sign.any': 'Any of the groups of this campaign may have my name and address, and write to me',
  'campaigns.sign.any.hint':
    '{groups}. A day after the campaign has ended, each gets by lot as many new people as came through it. Until then you can take it back; later you can stop each by itself.',
  'campaigns.sign.email.hint.any':
    'No account needed. Besides {group}, others get it only if you say so below, by lot.',
  'campaigns.own.any':
    'This was ticked with your name and address. Take the tick out if no other group shall have them.',
  'campaigns.own.affirmed': 'Waiting for your name',
  'campaigns.own.affirmed.choice': 'These groups get your name and address once it counts: {groups}.',
  'campaigns.own.affirmed.proportional':
    'You said yes to any of these: {groups}. A day after the campaign has ended lots are drawn, and those to whom you fall get your name and address.',
  'campaigns.own.affirmed.back': 'Take this yes back',

  'campaigns.field.sharing.proportional':
    'In proportion: the form has one box for all groups; of those who tick it, each group gets by lot as many as it brought, a day after the campaign has ended',
  'campaigns.alongside.proportional':
    'In proportion: the form has one box for all groups. A day after the campaign has ended each group gets by lot as many new people as it brought, of those who ticked it.',
  'campaigns.manage.end.proportional':
    'A day later, those who said yes to any of its groups are dealt out by lot. Until then you can take the outcome back; what has crossed stays where it is.',

  'campaigns.draws.title': 'Drawn by lot',
  'campaigns.draws.none': 'Nothing has been drawn yet. That is done a day after the campaign has ended.',
  'campaigns.draws.few':
    'Nothing has been drawn for your group. It gets people by lot once others brought at least ten who said yes to any group, and your group brought somebody.',
  'campaigns.draws.commitment': 'The sealed seed',
  'campaigns.draws.commitment.text':
    'It was fixed before anybody signed, and decides which lots are drawn. Write this down now: after the draw you see the seed itself, and that it is the same.',
  'campaigns.draws.row':
    '{moment}: {drawn, plural, one {# person} other {# people}} of {lots, plural, one {# lot} other {# lots}} came to you.',
  'campaigns.draws.row.why':
    'Your group had brought {brought, plural, one {# person} other {# people}}, and had got {before, plural, =0 {nobody} one {# person} other {# people}} before.',
  'campaigns.draws.list': 'The list of lots, without names',
  'campaigns.draws.script': 'The program that draws them again',
  'campaigns.draws.people': 'Who came to you by lot, as CSV',
  'campaigns.draws.people.text':
    'With the key of each lot, so that you can check that these are the ones that were drawn. It is on record, and they can see that they were in it.',
} as const;
