/** Less mail instead of none: as somebody chooses it themself, and as organizers read it. */
export const less = {
  'people.less.title': 'Less, instead of nothing',
  'people.less.monthly': 'You get no more than one letter a month.',
  'people.less.monthly.hint':
    'Of what the group writes to many you get no more than one letter within 30 days.',
  'people.less.monthly.do': 'Once a month at most',
  'people.less.campaigns': 'You get only letters about {campaigns}.',
  'people.less.campaigns.legend': 'Only about what you signed',
  'people.less.campaigns.hint':
    'You get what is written to all who signed it, and nothing else. When the campaign ends, so does its mail.',
  'people.less.campaigns.do': 'Only about these',
  'people.less.all.do': 'All letters again',
  'people.less.done': 'Done. So it is from now on.',
  'people.less.own': 'How much mail do I want?',
  'people.wants.monthly': 'No more than one letter a month.',
  'people.wants.campaigns': 'Only letters about {campaigns}.',
  'people.history.wanted-monthly': 'Wants no more than one letter a month',
  'people.history.wanted-campaigns': 'Wants only letters about {label}',
  'people.history.wanted-all': 'Wants all letters again',
  'people.imports.field.emailLimits': 'How much email they want, as our own files say it',
  'error.people.choose-campaign': 'Choose a campaign first.',
  'people.writer.title': 'Letters that {writer} writes',
  'people.writer.text':
    '{group} sends you letters of {writer}, who does not have your address. You can end these alone.',
  'people.writer.stop': 'No more letters from {writer} through {group}',
  'people.writer.stopped':
    'You get no letters from {writer} through {group} any more. Its own letters still come.',
  'people.writer.keep': 'Send me letters from {writer} again',
  'people.history.refused-writer': 'Wants no letters that {label} writes',
  'people.history.wanted-writer': 'Wants letters of {label} again',
} as const;
