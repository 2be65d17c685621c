export const notices = {
  'mail.notices.footer': 'How you are told, and how to hear less: {url}',
  'mail.digest.subject': '{count, plural, one {One thing for you} other {# things for you}} at {site}',
  'mail.digest.heading': '{count, plural, one {What you were told} other {What you were told, # things}}',
  'mail.digest.button': 'See it all',
  'mail.groups.join-asked.subject': '{name} wants to join {group}',
  'mail.groups.join-asked.text':
    '{name} asked to be let in to {group}. What they answered stands on your page.',
  'mail.groups.role-given.subject': 'Your role in {group} is another one now',
  'mail.groups.role-given.text':
    'What you may do in {group} has changed. The group’s page shows what you see and do there now.',
  'mail.groups.put-out.subject': 'You are no longer in {group}',
  'mail.groups.put-out.text':
    'Somebody who decides there took you out of {group} at {site}. You see nothing more of it than others do, and it tells you nothing more.',
  'mail.direct-received.subject': '{name} wrote to you',
  'mail.direct-received.text': '{name} wrote to you alone. What they said is not in this mail.',
  'mail.direct-received.button': 'Read it',
  'mail.events.host-named.subject': 'You host “{title}”',
  'mail.events.host-named.text':
    'Somebody put “{title}” into your hands. You can check people in and see who needs what.',
  'mail.campaigns.coordinator-named.subject': 'You run “{title}”',
  'mail.campaigns.coordinator-named.text':
    'Somebody put the campaign “{title}” into your hands. You can change it, tell its news and see how it goes.',
  'mail.accounts.site-steward-granted.subject': 'You look after {site} now',
  'mail.accounts.site-steward-granted.text':
    'Somebody who looks after {site} made you one of those who do. What that is stands on its pages for stewards.',
  'mail.accounts.site-steward-ended.subject': 'You look after {site} no longer',
  'mail.accounts.site-steward-ended.text':
    'Somebody who looks after {site} ended that you do. Your account and your groups are as they were.',
  'mail.groups.ban-lifted.subject': '{group} is open to you again',
  'mail.groups.ban-lifted.text':
    'You can join {group} at {site} again, or ask to. Somebody who decides there took back that you cannot.',
  'mail.messaging.member-added.subject': 'You are in the room “{room}” of {group}',
  'mail.messaging.member-added.text':
    'Somebody opened the room “{room}” of {group} to you. You read all that is said there.',
  'mail.messaging.member-removed.subject': 'You are no longer in the room “{room}” of {group}',
  'mail.messaging.member-removed.text':
    'Somebody who runs the room “{room}” of {group} took your name off it. You are in the group as before.',
  'mail.events.host-removed.subject': 'You no longer host “{title}”',
  'mail.events.host-removed.text':
    'Somebody took “{title}” out of your hands. You are in the group as before.',
  'mail.campaigns.coordinator-removed.subject': 'You no longer run “{title}”',
  'mail.campaigns.coordinator-removed.text':
    'Somebody took the campaign “{title}” out of your hands. You are in the group as before.',
  'mail.mailing-held-back.subject': '“{subject}” did not go out',
  'mail.mailing-held-back.text':
    'By now it would go to more people than somebody looked at, or says something else than then. It is a draft of {group} again. Ask for another look, then send it.',
  'mail.compacts.use-stopped.subject': 'It does not go out: {title}',
  'mail.compacts.use-stopped.heading': 'A letter does not go out',
  'mail.compacts.use-stopped.text':
    'You said yes to “{title}”. {group} has removed it since, so your people do not get it.',
  'mail.compacts.overlap-stopped.subject': 'It is not counted: people in common with {group}',
  'mail.compacts.overlap-stopped.heading': 'It is not counted',
  'mail.compacts.overlap-stopped.text':
    'Both of you said yes, but one of the two groups is hidden or frozen now. It was not counted how many people you have in common. Your agreement is about “{title}”.',
  'mail.reports.made.subject': 'A report waits for you in {place}',
  'mail.reports.made.text':
    'Somebody reported something in {place}. What it is, and its words, stand on your page and not in this mail.',
  'mail.messaging.mentioned.one': '{name} named you in “{room}”',
  'mail.messaging.mentioned.several':
    '{name} and {others, plural, one {one other} other {# others}} named you in “{room}”',
  'mail.messaging.mentioned.text':
    'Somebody spoke to you by your name in the room “{room}”. What they said is not in this mail.',
  'mail.messaging.replied.one': '{name} answered you in “{room}”',
  'mail.messaging.replied.several':
    '{name} and {others, plural, one {one other} other {# others}} answered you in “{room}”',
  'mail.messaging.replied.text':
    'Somebody answered what you said in the room “{room}”. What they said is not in this mail.',
  'error.notices.quiet-both': 'Say both hours: from when on it is quiet, and until when.',
  'error.notices.quiet-same': 'The quiet hours would have no end: say another hour.',
  'notices.title': 'What you were told',
  'notices.intro': 'What happened that concerns you. What waits for an answer stands on your own page.',
  'notices.home': 'To your own page',
  'notices.empty':
    'You were told nothing yet. When somebody answers you, gives you a role or stands with you, it stands here.',
  'notices.seen.do': 'I have seen all of it',
  'notices.new': 'new',
  'notices.choose': 'How you are told',
  'notices.section': 'Told to you',
  'notices.all': 'All of it',
  'notices.ways.intro':
    'What must reach you always comes at once by mail: what you do for your account, what you signed or answered, and what is decided about you.',
  'notices.level.mine': 'When somebody answers you, writes to you or asks for you',
  'notices.level.decide': 'When something waits for your decision',
  'notices.level.groups': 'What else your groups have to say',
  'notices.way.now': 'by mail at once',
  'notices.way.digest': 'by mail, together',
  'notices.way.app': 'only here',
  'notices.rhythm': 'Together',
  'notices.rhythm.hourly': 'every hour',
  'notices.rhythm.daily': 'every day',
  'notices.rhythm.weekly': 'once a week',
  'notices.hour': 'At this hour',
  'notices.weekday': 'On this day, if once a week',
  'notices.quiet-from': 'No mail from',
  'notices.quiet-until': 'until',
  'notices.quiet-hint': 'By the clock of {zone}. What comes meanwhile comes afterwards.',
  'notices.quiet-none': 'never',
  'notices.save': 'Save',
  'notices.saved': 'Saved. You are told so from now on.',
  'notices.silent': 'Nothing for a day',
  'notices.silent.text': 'For a day no mail goes out that can wait. It comes afterwards, in one.',
  'notices.silent.until': 'Nothing is mailed before {when}.',
  'notices.silent.end': 'Write to me again',
  'notices.groups': 'Your groups',
  'notices.groups.hint':
    'A quiet group sends you no mail but what must reach you; what it tells you stands here.',
  'notices.groups.none': 'You are in no group yet.',
  'notices.loudness.quiet': 'quiet',
  'notices.loudness.important': 'what is important',
  'notices.loudness.all': 'all of it',
  'mail.little.subject': 'Something new at {site}',
  'mail.little.text':
    'Something new waits for you at {site}. What it is stands on your page, and not in this mail.',
  'mail.little.button': 'See what it is',
  'notices.hush.link': 'No more mail of this kind',
  'notices.hush.title': 'Mail of this kind',
  'notices.hush.like': 'It is mail such as “{example}”.',
  'notices.hush.together': 'It is the mail in which several things come together.',
  'notices.hush.text':
    'You can have no more of it. What it would say stands on your page, and what must reach you comes all the same.',
  'notices.hush.do': 'No more of it',
  'notices.hush.done': 'You get no more mail of this kind.',
  'notices.hush.undo': 'Mail it to me again',
  'notices.hush.on': 'You get mail of this kind again.',
  'notices.hush.all': 'How you are told of everything',
  'notices.hush.ended': 'Of this you get no mail',
  'notices.hush.change': 'Change it',
  'mail.still-waits.subject': 'Still waiting: {line}',
  'mail.still-waits.text':
    'It has waited for three days. Somebody counts on an answer, and a no is one too. Whoever else decides there is told the same.',
};
