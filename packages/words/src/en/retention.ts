/** How long a group keeps people of whom it hears nothing. */
export const retention = {
  'people.forgetting.title': 'Who will be forgotten',
  'people.forgetting.intro':
    'Nothing was heard of these people for {months} months. On the day beside their name their record is erased; totals stay what they are. Keep whom you still need to reach.',
  'people.forgetting.none':
    'Nobody is about to be forgotten. Whoever signs, comes, answers or is edited counts as heard of.',
  'people.forgetting.never':
    'This group keeps people until somebody erases them. A steward can change that in its settings.',
  'people.forgetting.line': 'last seen {seen}, forgotten on {due}',
  'people.forgetting.keep': 'Keep',
  'people.forgetting.kept': 'Kept, as if just seen.',
  'groups.field.forget': 'Forget people of whom nothing was heard for',
  'groups.field.forget.hint':
    'Organizers are told 30 days before, and can keep some. Members and whoever comes to something ahead stay. Totals stay too.',
  'groups.forget.never': 'never',
  'groups.forget.months': '{months} months',
  'mail.forgetting.subject': '{group} is about to forget people',
  'mail.forgetting.text':
    'Of some people {group} has heard nothing for as long as it keeps people. In 30 days they are erased. Keep whom you still need.',
  'mail.forgetting.see': 'See who',
} as const;
