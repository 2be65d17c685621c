/** Setting a site up, and looking after it. */
export const stewardship = {
  'setup.title': 'Set up your site',
  'setup.intro': 'Three short parts, then you are in. Everything can be changed later.',
  'setup.site': 'The site',
  'setup.site.name': 'What is it called?',
  'setup.site.name.hint': 'The name of your coalition, for example.',
  'setup.languages': 'Languages on offer',
  'setup.opening': 'Who may open an account?',
  'setup.opening.anyone': 'Anyone',
  'setup.opening.invited': 'Those who are invited',
  'setup.opening.nobody': 'Nobody for now',
  'stewards.starting': 'Who may start groups?',
  'stewards.starting.hint':
    'Whoever starts one, only its members see it until a steward of the site has vouched for it.',
  'stewards.starting.stewards': 'Stewards of the site',
  'stewards.starting.members': 'Members of groups that were vouched for',
  'stewards.starting.anyone': 'Anyone with an account',
  'setup.you': 'You, its first steward',
  'setup.you.name': 'Your name',
  'setup.you.email': 'Your email',
  'setup.you.password': 'A password',
  'setup.you.password.hint': 'At least 10 characters. Four words in a row are easy to keep in mind.',
  'setup.you.time-zone': 'Your time zone',
  'setup.group': 'The first group',
  'setup.group.name': 'Its name',
  'setup.group.name.hint': 'A union, a chapter, a committee. Others can start theirs later.',
  'setup.group.summary': 'What it is for, in a sentence',
  'setup.do': 'Set up the site',
  'setup.gone.title': 'This link was used',
  'setup.gone.text': 'A setup link works once, and a new one is printed each time an empty site starts.',

  'home.campaigns': 'What we are fighting for',
  'home.campaigns.empty.title': 'The first campaign will stand here',
  'home.campaigns.empty.text': 'When a group publishes a campaign, everyone who comes by sees it first.',
  'home.acted': '{count, plural, one {person acted.} other {people acted.}}',
  'home.acted-of': '{count, plural, one {person acted.} other {people acted.}} The goal is {goal}.',
  'home.act.petition': 'Add my name',
  'home.act.pledge': 'Make the pledge',
  'home.events': 'On this week',
  'home.events.empty': 'Nothing is on this week. Later events are under Events.',
  'home.events.all': 'All events',
  'home.groups': 'Who we are',
  'home.groups.empty': 'Groups that show themselves will stand here.',
  'home.groups.all': 'All groups',
  'home.campaigns.all': 'All campaigns',

  'stewards.title': 'This site',
  'stewards.nav': 'Looking after this site',
  'stewards.nav.status': 'How it is doing',
  'stewards.nav.accounts': 'Accounts',
  'stewards.nav.outbox': 'Outbox',
  'stewards.nav.settings': 'Settings',
  'stewards.status.well': 'Everything runs.',
  'stewards.status.look': '{count, plural, one {One thing wants} other {# things want}} a look.',
  'stewards.status.bad': '{count, plural, one {One thing needs doing.} other {# things need doing.}}',
  'stewards.health.well': 'well',
  'stewards.health.look': 'take a look',
  'stewards.health.bad': 'do something',
  'stewards.health.part.workers': 'Workers',
  'stewards.health.part.queue': 'Queue',
  'stewards.health.part.mail': 'Mail',
  'stewards.health.part.returns': 'Mail that comes back',
  'stewards.health.part.backup': 'Backup',
  'stewards.health.part.disk': 'Disk',
  'stewards.health.part.versions': 'Version',
  'stewards.health.workers':
    '{count, plural, =0 {none at work} one {# at work} other {# at work}}, heard from within a minute',
  'stewards.health.workers.none':
    'Mail and imports wait, and nothing is lost. Whoever runs the server starts the worker again; its log says why it stopped.',
  'stewards.health.workers.missing':
    '{count, plural, one {# worker fell silent and was} other {# workers fell silent and were}} not replaced. Nothing is lost; the others go on with the work. Whoever runs the server starts as many again; the log says why they ended.',
  'stewards.health.queue': 'by {backend}: {waiting} waiting, {failed} given up',
  'stewards.health.queue.behind':
    'The oldest task has waited {minutes, plural, one {# minute} other {# minutes}}. It catches up by itself; if it keeps growing, whoever runs the server starts another worker.',
  'stewards.health.queue.stands':
    'The oldest task has waited {minutes, plural, one {# minute} other {# minutes}}. It goes on as soon as a worker does.',
  'stewards.health.returns': 'The last report was read {when}.',
  'stewards.health.returns.never': 'Nothing has come back yet.',
  'stewards.health.returns.none':
    'What comes back of mail goes to the sender’s mailbox, and is not read here.',
  'stewards.health.returns.unset':
    'Letters go on to mailboxes that are not there, which ruins the name of the site’s mail. Whoever runs the server sets RETURN_ADDRESS, and how it is read: docs/hosting/mail.md.',
  'stewards.health.returns.unread':
    'Mail comes back to an address of its own, and nobody reads it there. Whoever runs the server sets INBOX_URL or LMTP_ADDRESS for the worker, and sees that it runs.',
  'stewards.health.returns.unreachable':
    'The server of the mailbox does not answer. Whoever runs the server sees whether it runs, and whether INBOX_URL names it rightly.',
  'stewards.health.returns.signed-out':
    'The server of the mailbox refuses the name or password in INBOX_URL. Whoever runs the server corrects them.',
  'stewards.health.returns.no-mailbox':
    'There is no such mailbox as INBOX_URL names. Whoever runs the server corrects its last part, such as /INBOX.',
  'stewards.health.returns.failed':
    'The mailbox could not be read to its end. It is tried again each minute; if this stays, the worker’s log says more.',
  'stewards.health.returns.lmtp':
    'The worker cannot listen at LMTP_ADDRESS: another program may have that port. It is tried again every half minute.',
  'stewards.health.mail.none':
    'No mail server is set, so nobody receives mail. Whoever runs the server sets SMTP_URL.',
  'stewards.health.mail.stuck':
    'Mail has waited for over a quarter of an hour: the mail server did not take it, or takes it too slowly. Whoever runs the server asks “groundwork doctor” why. It is tried again after growing pauses, for three days.',
  'stewards.health.mail.stands':
    'Mail has waited for over a quarter of an hour, for no worker sends it. It goes out as soon as one does.',
  'stewards.health.mail.refused':
    '{count, plural, one {# mail was} other {# mails were}} refused for good within a day: mostly addresses that no longer exist. Take them out of your lists.',
  'stewards.health.mail.many-refused':
    'More than one mail in twenty was refused within a day ({count}). Other providers may soon refuse the rest: look which addresses they are, and take old lists out of use.',
  'stewards.health.backup': 'last made {when}, {size}',
  'stewards.health.backup.never': 'none was made yet',
  'stewards.health.backup.unset':
    'If this machine breaks, everything is gone. Whoever runs the server sets BACKUP_TO and BACKUP_RECIPIENT, and a backup is made every night.',
  'stewards.health.backup.old':
    'There should be one every night. Whoever runs the server asks “groundwork doctor” why there is none.',
  'stewards.health.backup.failed':
    'The last attempt failed. Whoever runs the server asks “groundwork doctor” why.',
  'stewards.health.disk':
    'Little room is left. When the disk is full, nobody can sign, come or write: make room, or move to a larger disk.',
  'stewards.health.versions': 'Groundwork {version}, in every part',
  'stewards.health.versions.pages': 'pages {version}',
  'stewards.health.versions.api': 'api {version}',
  'stewards.health.versions.worker': 'workers {version}',
  'stewards.health.versions.differ':
    'For the minutes of an upgrade that is as it should be. If it stays, the upgrade stopped halfway: whoever runs the server starts it again.',
  'stewards.holds': 'What it holds',
  'stewards.count.accounts': 'accounts',
  'stewards.count.groups': 'groups',
  'stewards.count.people': 'people',
  'stewards.count.campaigns': 'campaigns',
  'stewards.count.events': 'events',
  'stewards.count.messages': 'messages',
  'stewards.runs': 'What runs',
  'stewards.mail.smtp': 'by SMTP: {waiting} waiting; within a day {sent} sent, {refused} refused',
  'stewards.mail.outbox': 'kept in the Outbox, since no mail server is set: {sent} within a day',
  'stewards.storage.value': 'database {database}; {free} of {size} free on the disk',
  'stewards.storage.unknown': 'database {database}; the disk does not say how much is free',
  'stewards.nav.allowances': 'Allowances',
  'stewards.allowances.intro':
    'Everyone can make so much a day: groups, events, messages, lists. Here you can let one account or one group make more. It is on record.',
  'stewards.allowances.to': 'Whose?',
  'stewards.allowances.to.hint':
    'The email of an account, or the address of a group, such as eastside-tenants.',
  'stewards.allowances.how-much': 'How much may they make?',
  'stewards.allowances.times': '{times, plural, one {as much as others} other {# times as much as others}}',
  'stewards.allowances.do': 'Allow more',
  'stewards.allowances.end': 'Back to as much as others',
  'stewards.allowances.empty': 'Nobody was allowed more than others.',
  'stewards.allowances.done': 'Saved. It holds from now on.',
  'stewards.allowances.unseen': 'a group that you cannot see',
  'error.stewards.allowance-nobody':
    'There is no account with that email, and no group with that address that you can see.',
  'stewards.accounts.search': 'Search by name or email',
  'stewards.accounts.empty': 'Nobody matches that.',
  'stewards.accounts.groups': '{count, plural, =0 {no groups} one {# group} other {# groups}}',
  'stewards.accounts.steward': 'site steward',
  'stewards.accounts.make-steward': 'Make {name} a steward',
  'stewards.accounts.end-steward': 'End stewardship',
  'stewards.accounts.end-steward.confirm':
    '{name} will no longer look after this site. Their groups stay as they are.',
  'stewards.accounts.invite': 'Invite someone',
  'stewards.column.name': 'Name',
  'stewards.column.email': 'Email',
  'stewards.column.groups': 'Groups',
  'stewards.column.since': 'Since',
  'stewards.nav.groups': 'Groups',
  'stewards.reason': 'Why? Those concerned read this.',
  'stewards.groups.filter': 'Which groups',
  'stewards.groups.all': 'All',
  'stewards.groups.only.waiting': 'Waiting for a word of yours',
  'stewards.groups.only.held': 'Hidden or frozen',
  'stewards.groups.only.without': 'Without a steward',
  'stewards.groups.waiting':
    '{count, plural, one {# group waits} other {# groups wait}} for a word of yours.',
  'stewards.groups.intro': 'You see names and numbers. What is in a private group stays among its members.',
  'stewards.groups.empty.all': 'No group yet.',
  'stewards.groups.empty.waiting':
    'No group waits. When someone starts one, it stands here until a steward of the site vouches for it.',
  'stewards.groups.empty.held': 'Nothing is hidden or frozen.',
  'stewards.groups.empty.without': 'Every group has a steward who was here within a month.',
  'stewards.groups.numbers':
    '{members, plural, one {# member} other {# members}}, {campaigns, plural, one {# campaign} other {# campaigns}}, {events, plural, one {# event} other {# events}}',
  'stewards.groups.since': 'since {date}',
  'stewards.groups.tag.waiting': 'waits for a word',
  'stewards.groups.tag.hidden': 'hidden',
  'stewards.groups.tag.frozen': 'frozen',
  'stewards.groups.tag.deleted': 'to be deleted on {date}',
  'stewards.groups.tag.without': 'no steward',
  'stewards.groups.look': 'See its page',
  'stewards.groups.private': 'A private group: its pages are for its members.',
  'stewards.groups.vouching': 'Is it what it says?',
  'stewards.groups.vouching.waits':
    'Nobody has vouched for it yet, so only its members see it and it writes to nobody outside. Started by:',
  'stewards.groups.vouching.done': 'Vouched for since {date}.',
  'stewards.groups.vouch': 'Vouch for it',
  'stewards.groups.doubt': 'Take that back',
  'stewards.groups.doubt.confirm':
    'Only the members of {group} will see it, and it writes to nobody outside, until someone vouches for it again. Its stewards are told.',
  'stewards.groups.steward': 'Its steward',
  'stewards.groups.steward.there':
    'A steward of its own was here within a month. Who else becomes one is for them to say.',
  'stewards.groups.steward.choose':
    'None of its stewards was here within a month, or they are suspended. You can make one of its members a steward; everyone who runs the group is told.',
  'stewards.groups.steward.nobody': 'There is no other member to choose from. You can name any account.',
  'stewards.groups.steward.give': 'Make a steward',
  'stewards.groups.steward.confirm':
    '{name} will hold the keys of {group}: people, members and settings. It is on record.',
  'stewards.measures': 'When harm is done',
  'stewards.measures.intro':
    'Its stewards are told, with your reason. Each can be ended again, and is on record.',
  'stewards.measures.told':
    'The stewards of {group} get a mail with your reason. Mail of the group that still waits is taken back.',
  'stewards.measures.by': 'By {name}, since {date}:',
  'stewards.measures.since': 'Since {date}:',
  'stewards.measures.frozen': 'Freeze',
  'stewards.measures.frozen.text': 'It can be read. Nothing new is written, mailed or joined.',
  'stewards.measures.frozen.take': 'Freeze the group',
  'stewards.measures.frozen.end': 'End the freezing',
  'stewards.measures.hidden': 'Hide',
  'stewards.measures.hidden.text':
    'Only its stewards see it, and those of the site as far as it is not private. Nothing new is written, mailed or joined.',
  'stewards.measures.hidden.take': 'Hide the group',
  'stewards.measures.hidden.end': 'Show it again',
  'stewards.accounts.suspended': 'suspended',
  'stewards.suspension.since': 'Suspended since {date}',
  'stewards.suspension.take': 'Suspend the account',
  'stewards.suspension.confirm':
    '{name} is signed out everywhere and cannot sign in until you lift this. Nothing of theirs is deleted. They get a mail with your reason.',
  'stewards.suspension.lift': 'Lift the suspension',
  'stewards.sign-out': 'Sign out everywhere',
  'stewards.sign-out.confirm': '{name} has to sign in again in every browser.',
  'stewards.made': 'What it made',
  'stewards.made.numbers':
    'In {groups, plural, =0 {no group} one {# group} other {# groups}}; {messages, plural, =0 {no messages} one {# message} other {# messages}} written.',
  'stewards.made.private': 'What was said in private stays private.',
  'stewards.made.groups': 'Groups it looks after',
  'stewards.made.published': 'Put before the public',
  'stewards.made.empty': 'Nothing it made is before the public.',
  'stewards.standing': 'Its standing',
  'stewards.standing.sessions':
    '{count, plural, =0 {Signed in nowhere} one {Signed in in # browser} other {Signed in in # browsers}}, last seen on {date}.',
  'stewards.standing.nowhere': 'Signed in nowhere.',
  'error.stewardship.has-steward': 'This group has a steward who was here lately. They give roles in it.',
  'error.stewardship.not-a-member': 'This is not a member of the group. Choose one of those listed.',
  'error.stewardship.no-such-account': 'There is no account with this email that can sign in.',
  'stewards.settings.saved': 'Saved.',
  'stewards.now': 'By hand',
  'stewards.backup': 'Back up',
  'stewards.backup.text':
    'Everything in one encrypted archive, as every night: before an upgrade, or after a long day of work.',
  'stewards.backup.do': 'Back up now',
  'stewards.backup.waits': 'Asked for {when}. It begins as soon as a worker takes it.',
  'stewards.backup.bytes': 'It is being made: {done} of about {total}.',
  'stewards.backup.files':
    'It is being made: everything but the pictures is in it, and {count, plural, one {# file} other {# files}}.',
  'stewards.backup.begun': 'It is being made.',
  'stewards.backup.done': 'Made {when}: {size}.',
  'stewards.backup.failed': 'It failed {when}: {reason}',
  'stewards.backup.failed.unknown': 'the log of the worker says why.',
  'stewards.look-again': 'Look again',
  'error.stewardship.backup-unset':
    'No place or no key for backups is set. Whoever runs the server sets BACKUP_TO and BACKUP_RECIPIENT.',
  'error.stewardship.backup-under-way': 'A backup is being made already.',
  'stewards.settings.who': 'Who may what',
  'stewards.settings.face': 'What people see',
  'stewards.settings.front': 'The campaign that leads the start page',
  'stewards.settings.front.hint':
    'While it is published and its group is public. Otherwise, the one with most people behind it.',
  'stewards.settings.front.none': 'The one with most people behind it',
  'stewards.settings.contact': 'Whom can people turn to?',
  'stewards.settings.contact.hint':
    'An email, a web address or a line of words. Everyone sees it, at the foot of each page.',
  'stewards.settings.rules': 'The rules of this site',
  'stewards.settings.rules.hint':
    'Markdown. They stand on a page of their own, linked at the foot of each page and where an account is opened. Numbers help: reports can name them.',
  'stewards.settings.security': 'Whom to tell of a hole',
  'stewards.settings.security.hint':
    'An email or an https address, for those who find a weakness of the site. Published at /.well-known/security.txt.',
  'stewards.settings.look-above': 'A mailing of any group takes a second look above so many people',
  'stewards.settings.look-above.hint':
    'Somebody else of the group reads it and says yes before it goes out. A group may ask for that sooner, not later. Empty: each group says so itself.',
  'stewards.allowances.given': 'Who may make more',
} as const;
