/** Reports: what people say should not be there, and what is decided about it. */
export const reports = {
  'reports.link': 'Report',
  'reports.link.campaign': 'Report this campaign',
  'reports.link.event': 'Report this event',
  'reports.link.group': 'Report this group',
  'reports.link.listing': 'Report this',
  'reports.kind.message': 'A message',
  'reports.kind.comment': 'A comment',
  'reports.kind.campaign': 'A campaign',
  'reports.kind.event': 'An event',
  'reports.kind.group': 'A group',
  'reports.kind.listing': 'A need or an offer',
  'reports.kind.update': 'News of a campaign',
  'reports.direct': 'A direct conversation',
  'reports.words': 'The words as they were',
  'reports.of-group': 'in {group}',

  'reports.form.title': 'Report this',
  'reports.form.goes.moderators':
    'Those who moderate in {group} read it, with the words as they are now. If one of them wrote it, that one does not, and the stewards of this site read it too.',
  'reports.form.goes.stewards':
    'The stewards of this site read it, with the words as they are now and nothing around them.',
  'reports.form.quiet':
    'Nobody is told who reported it. Our record keeps the number of your account, if you are signed in, and no name. A while after the decision the words are erased.',
  'reports.form.note': 'What is wrong with it?',
  'reports.form.note.hint': 'Whoever decides reads this. Leave out what would say who you are.',
  'reports.form.send': 'Report it',
  'reports.form.back': 'Back to where it stands',
  'reports.form.sent.title': 'Thank you',
  'reports.form.sent': 'It is reported. Whoever decides about it sees it in their list.',
  'reports.form.mine': 'These are your own words. You can change or remove them where they stand.',
  'reports.form.nothing': 'There is nothing to report here any more.',

  'reports.title': 'Reports',
  'reports.waiting': '{count, plural, one {# report waits} other {# reports wait}}',
  'reports.intro':
    'Those who moderate in {group} see this. Nobody decides about their own words; what somebody who moderates here wrote is read by the stewards of this site as well.',
  'reports.intro.site':
    'Groups, messages of direct conversations, and what somebody wrote who moderates in its group. Everything else is decided by those who moderate there.',
  'reports.open': 'To decide',
  'reports.open.empty': 'When somebody reports a message, a comment, a campaign or an event, it waits here.',
  'reports.open.empty.site':
    'When somebody reports a group, a direct message, or words of somebody who moderates, it waits here.',
  'reports.decided': 'Decided',
  'reports.by': 'by {name}',
  'reports.makers': '{count, plural, one {# person reported it} other {# people reported it}}',
  'reports.strangers': '{count, plural, one {# without an account} other {# without an account}}',
  'reports.to-site': 'The stewards of this site read it too, because somebody who moderates here wrote it.',
  'reports.to-site.steward':
    'Somebody who moderates in its group wrote it. Those who moderate there read this too, without its author.',
  'reports.since': 'since {date}',
  'reports.erased': 'The words were erased.',
  'reports.nobody': 'Somebody who left',
  'reports.site': 'The stewards of this site',
  'reports.deed.hide': 'Hidden',
  'reports.deed.remove': 'Removed',
  'reports.deed.dismiss': 'Left as it was',
  'reports.decided-by': '{name}, {date}',
  'reports.why': 'Why: {reason}',
  'reports.back': 'All reports',
  'reports.see': 'See it in its place',
  'reports.said': 'What people said about it',
  'reports.became': 'By then the words had become:',
  'reports.notes.none': 'Nobody wrote what is wrong with it.',

  'reports.decide': 'What happens',
  'reports.decide.hide': 'Hide it',
  'reports.decide.hide.hint': 'Nobody sees it but its author and those who moderate. You can show it again.',
  'reports.decide.hide.hint.page':
    'Only those who moderate in its group see it. It takes no names or answers and mails nobody. You can show it again.',
  'reports.decide.hide.hint.group':
    'Only its stewards see it, and nothing new is written in it. You can show it again.',
  'reports.decide.remove': 'Remove it',
  'reports.decide.remove.hint': 'The words are erased for everyone. This cannot be undone.',
  'reports.decide.dismiss': 'Leave it',
  'reports.decide.dismiss.hint': 'Everything stays as it is. You can decide anew.',
  'reports.decide.reason': 'Why',
  'reports.decide.reason.hint':
    'The author reads this where something is hidden or removed, and so does everyone who moderates here.',
  'reports.decide.reason.hint.page':
    'Whoever began it reads this in a mail where it is hidden or removed, and so does everyone who moderates here.',
  'reports.decide.reason.hint.group': 'The group’s stewards read this in a mail where it is hidden.',
  'reports.decide.do': 'Decide',
  'reports.reopen': 'Take the decision back',
  'reports.reopen.hint': 'What was hidden shows again, and the report waits as before.',
  'reports.reopen.not': 'A steward of this site decided this. Only they take it back.',
  'reports.done.hide': 'It is hidden.',
  'reports.done.remove': 'It is removed.',
  'reports.done.dismiss': 'It is left as it was.',
  'reports.done.reopened': 'The decision is taken back.',
  'reports.hidden': 'Hidden',
  'mail.reports.campaign.hide': 'Your campaign “{title}” is hidden',
  'mail.reports.campaign.hide.text':
    'Somebody reported it. For now nobody but those who moderate in {group} sees it, it takes no names, and its news is mailed to nobody.',
  'mail.reports.campaign.show': 'Your campaign “{title}” is back',
  'mail.reports.campaign.show.text':
    'The decision to hide it was taken back. Everyone in and around {group} who could see it before sees it again.',
  'mail.reports.event.hide': 'Your event “{title}” is hidden',
  'mail.reports.event.hide.text':
    'Somebody reported it. For now nobody but those who moderate in {group} sees it, it takes no answers, and nobody is reminded of it.',
  'mail.reports.event.show': 'Your event “{title}” is back',
  'mail.reports.event.show.text':
    'The decision to hide it was taken back. Everyone in and around {group} who could see it before sees it again.',
  'mail.reports.listing.hide': 'Your listing “{title}” is hidden',
  'mail.reports.listing.hide.text':
    'Somebody reported it. For now nobody but your group sees it, and nobody answers it. Those who moderate in {group} decided it.',
  'mail.reports.listing.show': 'Your listing “{title}” is back',
  'mail.reports.listing.show.text':
    'The decision to hide it was taken back. Everyone who could see it before sees it again.',
  'mail.reports.update.hide': 'Your news “{title}” is off the page',
  'mail.reports.update.hide.text':
    'Somebody reported it, and those who decide about it for {group} took it off the campaign’s page.',
  'mail.reports.update.show': 'Your news “{title}” is back',
  'mail.reports.update.show.text':
    'The decision to take it off was taken back. It stands on the campaign’s page of {group} again.',
  'mail.reports.comment.hide': 'Your comment on “{title}” is off the page',
  'mail.reports.comment.hide.text':
    'Somebody reported it, and those who decide about it for {group} took your name and comment off the page. Your name counts all the same.',
  'mail.reports.comment.show': 'Your comment on “{title}” is back',
  'mail.reports.comment.show.text':
    'The decision to hide it was taken back. Your name and comment stand on the page of {group} again.',
  'mail.reports.comment.remove': 'Your comment on “{title}” was removed',
  'mail.reports.comment.remove.text':
    'Somebody reported it, and those who decide about it for {group} erased it. Your name counts all the same, and is not shown.',
  'mail.reports.appeal':
    'If you think that this is wrong, tell those who moderate in {group}, or the stewards of {site}.',
  'mail.reports.button': 'See it',

  'error.reports.decided': 'Somebody has decided this report meanwhile. Reload the page to see how.',
  'error.reports.newer': 'It was reported again since. Decide the newer report instead.',
} as const;
