/** Who decides: refusals, mails and reports. */
export const targets = {
  'reports.link.target': 'Report this',
  'reports.kind.target': 'A decision-maker’s page',
  'mail.reports.target.hide': 'What you wrote of “{title}” is hidden',
  'mail.reports.target.hide.text':
    'Somebody reported it. For now nobody but those who answer for the list of {group} sees it. Those who moderate there decided it.',
  'mail.reports.target.show': 'What you wrote of “{title}” is back',
  'mail.reports.target.show.text':
    'The decision to hide it was taken back. Everyone who could see it before sees it again.',
  'mail.targets.promise-due.subject': 'Was it kept? {target} promised {group} something by {date}',
  'mail.targets.promise-due.heading': 'The day of a promise has passed',
  'mail.targets.promise-due.text':
    '{target} promised {group}, by {date}: “{promise}”. Say whether it was kept, so that those who ask next know it.',
  'error.targets.twice': 'Somebody of this name and office is in that list already.',
  'error.targets.not-in': 'The group is not in this coalition now.',
  'error.targets.no-promise': 'Nothing was promised here.',
  'error.targets.day-ahead': 'This day is still to come.',
  'error.targets.answered-day': 'Choose a day from the one on which you asked until today.',
  'error.targets.due-before': 'That is before you asked.',
  'error.targets.not-your-campaign': 'Choose a campaign that your group runs or stands with.',
  'error.campaigns.no-such-target': 'Nobody is there in your list any more. Choose again.',
} as const;
