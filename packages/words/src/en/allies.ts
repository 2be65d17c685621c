/** Groups that have not moved here, and what is said of them. */
export const allies = {
  'allies.title': 'Allies of {coalition}',
  'allies.intro':
    'Groups beside the coalition that have not moved to this site. Each has a page that the coalition put up and answers for, until its own people take it over.',
  'allies.nav': 'Allies',
  'allies.beside': 'Also beside us, not on this site',
  'allies.empty':
    'No ally has a page yet. A group that acts with you and is not on this site can have one here, and take it over when it comes.',
  'allies.empty.reader': 'No ally of the coalition has a page here.',
  'allies.tag': 'not on this site',
  'allies.tag.down': 'taken down',
  'allies.tag.hidden': 'hidden by the site',
  'allies.claims.count': '{count, plural, one {# says this is them} other {# say this is them}}',
  'allies.manage': 'Change, answer, take down',
  'allies.add': 'Add an ally',
  'allies.add.rule':
    'You speak here of people who did not ask for it. Write only what they say of themselves in public, and tell them about the page: it can become theirs.',
  'allies.add.submit': 'Put the page up',
  'allies.field.name': 'Name',
  'allies.field.summary': 'What it does',
  'allies.field.summary.hint': 'In a sentence or two, as it would say it itself.',
  'allies.field.contact': 'How to reach it',
  'allies.field.contact.hint':
    'What it publishes itself: an office, a number, an address. Everybody reads this. Nothing is mailed there.',
  'allies.field.link': 'Its page elsewhere',
  'allies.field.link.hint': 'It begins with https://',
  'allies.by': 'This page was put up by {coalition}. {ally} did not make it, and is not on this site.',
  'allies.by.nobody':
    'The coalition that put up this page is no longer here. {ally} did not make it, and is not on this site.',
  'allies.theirs':
    'Is this your group? Say so on this page, and it becomes yours. To have it taken down, report it: the stewards of this site decide, and no account is needed.',
  'allies.contact': 'How to reach it',
  'allies.link': 'Its page elsewhere',
  'allies.campaigns': 'Campaigns that name it',
  'allies.campaigns.hint': '{ally} has not confirmed this itself.',
  'allies.campaigns.empty': 'No campaign names it.',
  'allies.claim': 'This is us',
  'allies.claim.text':
    'Say who you are in this group, and how that can be asked. The stewards of {coalition} read your name and these words, and answer by mail. With their yes the page is your group’s, and you are its first steward.',
  'allies.claim.text.site':
    'Say who you are in this group, and how that can be asked. The stewards of this site read your name and these words, and answer by mail. With their yes the page is your group’s, and you are its first steward.',
  'allies.claim.stranger':
    'Sign in first, or open an account. Then say who you are in this group; whoever put the page up answers by mail.',
  'allies.claim.word': 'Who you are, and how to ask',
  'allies.claim.word.hint':
    'For instance your role, and a number or address that the group publishes. Your own email is not shown to them.',
  'allies.claim.submit': 'This is us',
  'allies.claim.waiting': 'You said that this is you, and wait for an answer. A mail tells you.',
  'allies.claim.withdraw': 'Take it back',
  'allies.claim.closed': 'This page is not to be taken over now.',
  'allies.down':
    'This page is taken down. Nobody but you sees it, and its name stands beside no campaign. On {date} it is gone.',
  'allies.hidden': 'A steward of the site has hidden this page. Nobody else sees it.',
  'allies.frozen': 'A steward of the site has frozen this page: it stays as it is, and nobody takes it over.',
  'allies.manage.title': 'The page of {ally}',
  'allies.claims': 'Who says “this is us”',
  'allies.claims.intro':
    'With your yes the page is their group’s at once: they change it and answer for it, and you do not. Ask the group in a way that you know to be its own before you answer. Strangers see the new group once a steward of the site vouched for it.',
  'allies.claims.empty': 'Nobody has said so.',
  'allies.claims.own': 'These are your own words: somebody else decides.',
  'allies.claims.yes': 'It is them',
  'allies.claims.yes.text':
    'The page of {ally} becomes a group, and {name} its first steward. This cannot be taken back.',
  'allies.claims.no': 'It is not them',
  'allies.change': 'Change what it says',
  'allies.take-off': 'Take its name off',
  'allies.take-down': 'Take the page down',
  'allies.take-down.text':
    'At once nobody else sees it, and its name stands beside no campaign. Who said “this is us” is told that the page is gone. For thirty days you can put it back; then it is deleted.',
  'allies.put-back': 'Put the page back',
  'allies.done.added': 'The page is up. Tell them about it: it can become theirs.',
  'allies.done.claimed': 'You said so. A mail tells you the answer.',
  'allies.done.withdrawn': 'You took it back.',
  'allies.done.accepted': 'They are here now, as a group of their own. A mail says so.',
  'allies.done.declined': 'You said no. A mail says so.',
  'allies.done.down': 'The page is taken down.',
  'allies.done.back': 'The page is up again.',
  'allies.done.off': 'Its name is off the campaign.',
  'allies.unconfirmed': 'not confirmed by them',
  'allies.named': 'Also named:',
  'campaigns.manage.sponsors.ally': 'named; not confirmed by them',
  'campaigns.manage.sponsors.name': 'Name',
  'campaigns.manage.sponsors.ally.hint':
    'An ally that is not on this site has nobody who could answer: it is shown as not confirmed by them. Name it only where it has said publicly that it stands with you.',
  'reports.link.ally': 'Report this page, or have it taken down',
  'error.groups.ally':
    'This is the page of an ally, and no group: nobody is in it, and nobody vouches for it. Its own people can take it over.',
  'error.groups.ally-of-others':
    'Only the coalition that put up this page, and the groups in it, name this ally.',
  'error.coalitions.allies-full':
    'A coalition keeps the pages of {count, plural, one {# ally} other {# allies}} at most. Take one down first.',
  'error.coalitions.claims-full':
    'Many have said that this is them, and wait. Come back when those were answered, or write to the stewards of the site.',
  'error.coalitions.claimed-lately':
    'You said so lately. Saying it again is possible after {days, plural, one {# day} other {# days}}.',
  'error.coalitions.own-claim':
    'Nobody decides about themselves. Another steward of the coalition, or one of the site, answers.',
  'mail.coalitions.ally-claimed.subject': 'Somebody says: {ally}, that is us',
  'mail.coalitions.ally-claimed.heading': 'Somebody says that this is them',
  'mail.coalitions.ally-claimed.text':
    'Somebody with an account on {site} says that {ally} is their group, and waits for your answer. With a yes the page is theirs. Read who they say they are, and ask the group in a way that you know to be its own.',
  'mail.coalitions.claim-accepted.subject': '{ally} is yours on {site}',
  'mail.coalitions.claim-accepted.heading': 'The answer is yes',
  'mail.coalitions.claim-accepted.text':
    'The page of {ally} is your group’s now, and you are its first steward. Strangers see it once a steward of the site vouched for it. Campaigns that named {ally} wait for your answer under its campaigns.',
  'mail.coalitions.claim-declined.subject': '{ally}: no',
  'mail.coalitions.claim-declined.heading': 'The answer is no',
  'mail.coalitions.claim-declined.text':
    'You were not believed that {ally} is your group. In a week you can say it again, and say how that can be asked. If you think that the page should not be there, report it: the stewards of the site decide.',
  'mail.coalitions.claim-ended.subject': 'The page of {ally} is no longer there to take over',
  'mail.coalitions.claim-ended.heading': 'What you said is over',
  'mail.coalitions.claim-ended.text':
    'You said that {ally} is your group. Its page was taken down, or became a group by somebody else of it.',
  'mail.coalitions.ally-moved.subject': '{ally} has moved here',
  'mail.coalitions.ally-moved.heading': 'An ally has moved here',
  'mail.coalitions.ally-moved.text':
    'Somebody of {ally} was believed, and its page is a group of its own now, which {coalition} no longer changes. Once the site has vouched for it you can invite it into the coalition.',
} as const;
