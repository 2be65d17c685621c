/** A letter that organizations sign, each only through its own group. */
export const signingOn = {
  'campaigns.sign.sign_on': 'Sign the letter',
  'campaigns.sign.sign_on.button': 'Sign for our group',
  'campaigns.field.action.sign_on': 'Sign a letter as an organization: groups sign it, and no people',
  'campaigns.signed-on': '{count, plural, one {group signed.} other {groups signed.}}',
  'campaigns.card.signed-on': '{count, plural, one {# group signed} other {# groups signed}}',
  'home.signed-on': '{count, plural, one {group signed.} other {groups signed.}}',
  'home.signed-on-of': '{count, plural, one {group signed.} other {groups signed.}} The goal is {goal}.',
  'home.act.sign_on': 'Read the letter',

  'campaigns.sign-on.text':
    'Organizations sign this letter, each through its own group here: one of its stewards, or who speaks for it, after a decision of their own.',
  'campaigns.sign-on.closed': 'It takes no signatures at the moment.',
  'campaigns.sign-on.list': 'Who signed',
  'campaigns.sign-on.none': 'No group has signed yet.',
  'campaigns.sign-on.decided': 'Decided on {day}: {decision}',
  'campaigns.sign-on.terms': 'Its logo: {terms}',
  'campaigns.sign-on.former': 'It was called {name} when it signed.',
  'campaigns.sign-on.nobody': 'You speak for no group here',
  'campaigns.sign-on.nobody.text':
    'A steward of your group signs for it, or who speaks for it in the coalition. Send them the address of this page.',
  'campaigns.sign-on.unlisted':
    '{group} does not stand in the lists of this site. Only a group that everybody can find signs a letter that everybody reads.',
  'campaigns.sign-on.signed': '{group} signed on {day}.',
  'campaigns.sign-on.decision': 'Who decided it, and where',
  'campaigns.sign-on.decision.hint':
    'For example: our general assembly, 41 to 3. It is kept on record, for your group and for those who run the letter.',
  'campaigns.sign-on.decided-on': 'On which day',
  'campaigns.sign-on.logo': 'Our picture may stand beside our name',
  'campaigns.sign-on.logo-terms': 'What it may be used for',
  'campaigns.sign-on.logo-terms.hint':
    'For example: on this letter alone. Everybody reads it beside the picture.',
  'campaigns.sign-on.fixed':
    'You sign what stands here now. Once a group has signed, the text cannot be changed.',
  'campaigns.sign-on.again': 'Put it so',
  'campaigns.sign-on.take-back': 'Take our name off',
  'campaigns.sign-on.take-back.sure': '{group} will stand under the letter no more. It can sign again.',

  'error.campaigns.letter-changed':
    'The letter was changed while you wrote. Read it again, and sign what it says now.',
  'error.campaigns.letter-signed':
    'Groups have signed what stands here, so it stays. End this letter and begin another one.',
  'error.campaigns.decided-later': 'This day is still to come. Sign once it is decided.',
  'error.campaigns.sign-on-unlisted':
    'Only a group that stands in the lists of this site can sign a letter that everybody reads.',
  'error.campaigns.not-taking-sign-ons': 'This letter takes no signatures at the moment.',

  'mail.campaigns.sponsor-signed.subject': '{group} signed: {title}',
  'mail.campaigns.sponsor-signed.heading': 'A group signed your letter',
  'mail.campaigns.sponsor-signed.text':
    '{group} stands under “{title}” now. Who decided it there, and when, stands beside its name for you.',
} as const;
