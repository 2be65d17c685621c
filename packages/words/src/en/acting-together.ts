/** Acting together: a campaign that several groups carry, whose people are whose, and what each hears. */
export const actingTogether = {
  'campaigns.sign.owner.link':
    'You came through {group}: your name and address go to it. {home} runs this campaign, and hears how many signed.',
  'campaigns.sign.owner.home':
    'Your name and address go to {group}, which runs this campaign. The groups that stand with it hear how many signed.',
  'campaigns.sign.share.hint': 'You can stop each by itself. Leaving all empty is fine.',
  'campaigns.sign.share': 'These may have my name and address, and write to me:',
  'campaigns.sign.share.home': 'Runs this campaign.',
  'campaigns.sign.share.beside': 'Stands with it.',
  'campaigns.brought-by-tens': 'Names that come through other groups are added ten at a time.',
  'campaigns.own.goes': 'Your name and address go to {group}.',
  'campaigns.own.ticked':
    'They were ticked with your name and address. Take out those that shall have neither.',
  'campaigns.sign.email.hint.choice': 'No account needed. Besides {group}, only those you tick below see it.',
  'campaigns.own.shares': 'These groups have your name and address too, because you ticked them:',
  'campaigns.own.shares.stop': 'Stop their mail',

  'campaigns.held.brought':
    'Some came through other groups: these are counted up to the next ten, and not named.',
  'campaigns.held.some-domain': 'one provider',
  'campaigns.manage.brought': 'came through other groups, by tens',
  'campaigns.manage.sponsors.declined': 'said no',
  'campaigns.manage.sponsors.left': 'no longer',
  'campaigns.manage.sponsors.word': 'A word to them',
  'campaigns.manage.sponsors.word.hint': 'They read it with the question.',
  'campaigns.manage.sponsors.former': 'It was called {name} when it said yes.',
  'campaigns.manage.sponsors.figures': 'What came through each group',
  'campaigns.manage.sponsors.drop.sure':
    'Its name comes off the page. The people who came through it stay its own, and stay counted; what it posted stays where it is, under its name.',
  'campaigns.wrote': 'They wrote: {word}',
  'campaigns.names.others':
    'Whoever came through another group is its person: their names are with that group, and not in this list.',
  'campaigns.field.sharing': 'What do the groups that stand with it get?',
  'campaigns.field.sharing.totals':
    'Totals only: each hears how many, and nobody’s name but its own people’s',
  'campaigns.field.sharing.choice':
    'As each person chooses: the form has a box for each group, none of them ticked',
  'campaigns.field.sharing.hint': 'It stays as it is once somebody has signed, since they were told so.',

  'campaigns.sponsorships.word': 'A word with your answer',
  'campaigns.sponsorships.open': 'Your link, and what came through it',
  'campaigns.sponsorships.leave.sure':
    'Your name comes off its page. The people who came through your link stay yours; what you posted stays where it is, under your name, unless you take it off.',
  'campaigns.alongside': 'Who stands with it',
  'campaigns.alongside.figures': 'Groups, their links and what came through them',
  'campaigns.alongside.by-tens':
    'Your own figures are exact. Those of other groups are rounded down, and under 10 they read “fewer than 10”.',
  'campaigns.alongside.group': 'Group',
  'campaigns.alongside.link': 'Its own link',
  'campaigns.alongside.visits': 'Visits',
  'campaigns.alongside.signed': 'Signed',
  'campaigns.alongside.came': 'Came',
  'campaigns.alongside.since': 'Since',
  'campaigns.alongside.home': 'home group',
  'campaigns.alongside.own': 'your group',
  'campaigns.alongside.about': 'about {count, number}',
  'campaigns.alongside.whose': 'Whose are the people who sign?',
  'campaigns.alongside.whose.text':
    'Whoever signs belongs to the group whose link brought them, else to the home group; the form says so before they sign. The same person through two groups counts once.',
  'campaigns.alongside.totals':
    'Totals only: each group hears how many, and nobody’s name but its own people’s.',
  'campaigns.alongside.choice':
    'As each person chooses: the form has a box for each group, none of them ticked. A name crosses where its owner ticked it.',
  'campaigns.alongside.yours': 'Your link',
  'campaigns.alongside.yours.text':
    'Everyone who signs through it is your group’s person, and counts for you. Print the code, or pass the link on.',
  'campaigns.alongside.gone': 'Your link is gone. Make another among your group’s links.',
  'campaigns.alongside.qr': 'QR code to print',
  'campaigns.alongside.plan': 'Plan an event for it',

  'error.campaigns.owner-changed':
    'The groups of this campaign changed while you wrote. Read below who gets your name now, and send it again.',
  'error.campaigns.sponsor-said-no': 'This group said no. It can be asked again thirty days after that.',
  'error.campaigns.sharing-fixed':
    'Somebody has signed already, and was told how it is. It stays so for this campaign.',

  'mail.campaigns.sponsor-asked.subject': '{group} asks you to stand with it: {title}',
  'mail.campaigns.sponsor-asked.heading': 'Stand with a campaign?',
  'mail.campaigns.sponsor-asked.text':
    '{group} asks your group to stand with “{title}”. With your yes you get a link of your own: whoever signs through it is your group’s person.',
  'mail.campaigns.sponsor-accepted.subject': '{group} stands with you: {title}',
  'mail.campaigns.sponsor-accepted.heading': 'The answer is yes',
  'mail.campaigns.sponsor-accepted.text': '{group} stands with “{title}” from now on.',
  'mail.campaigns.sponsor-declined.subject': '{group} says no: {title}',
  'mail.campaigns.sponsor-declined.heading': 'The answer is no',
  'mail.campaigns.sponsor-declined.text': '{group} does not stand with “{title}” for now.',
  'mail.campaigns.sponsor-left.subject': '{group} no longer stands with you: {title}',
  'mail.campaigns.sponsor-left.heading': 'A group has left',
  'mail.campaigns.sponsor-left.text':
    '{group} no longer stands with “{title}”. The people whom it brought stay its own, and stay counted.',
  'mail.campaigns.sponsor-dropped.subject': 'You no longer stand with: {title}',
  'mail.campaigns.sponsor-dropped.heading': 'Your name is off a campaign',
  'mail.campaigns.sponsor-dropped.text':
    '{group} has taken your group off “{title}”. The people who came through your link stay yours, and stay counted.',

  'campaigns.manage.sponsors.post': 'Groups that stand with it may post on its page',
  'campaigns.manage.sponsors.post.hint':
    'Each under its own name, and you can take it off. What was posted stays when you change this, or when a group leaves.',
  'campaigns.sponsorships.may-post':
    'Whoever stands with it may post on its page, under the name of their own group.',
  'campaigns.updates.by': 'Written by {group}, not by {home}',
  'campaigns.updates.off.home':
    'Off the page: those who run this campaign took it down. Nobody sees it but them and whoever wrote it.',
  'campaigns.updates.off.writer': 'Off the page: the group that wrote it took it down. Nobody else sees it.',
  'campaigns.updates.take-off': 'Take it off the page',
  'campaigns.updates.put-back': 'Put it back',
  'campaigns.news.by': 'by {group}',
  'campaigns.news.off': 'off the page',
  'campaigns.alongside.news': 'What your group says on its page',
  'campaigns.alongside.news.text':
    'It stands on the campaign’s page at once, under your group’s name. Nobody is mailed: each group writes to its own people. It stays there if you leave, unless you take it off.',
  'campaigns.alongside.news.closed':
    'The group that runs this campaign does not let others post on its page. What you posted before stays there under your name, unless you take it off.',
  'campaigns.alongside.news.not-now': 'Nothing can be posted there at the moment.',
  'campaigns.alongside.news.unlisted':
    'Your group is not in lists, so nobody but your own members sees what you post.',
  'campaigns.alongside.news.posted': 'It stands on the campaign’s page.',
  'error.campaigns.sponsors-post-not':
    'The group that runs this campaign does not let others post on its page.',
  'mail.campaigns.sponsor-asked.may-post':
    'Groups that stand with it may post on its page, each under its own name.',
  'mail.campaigns.sponsor-posted.subject': '{group} posted on your campaign: {title}',
  'mail.campaigns.sponsor-posted.heading': 'News from a group that stands with you',
  'mail.campaigns.sponsor-posted.text':
    '{group} posted on the page of “{title}”, under its own name. Nobody who signed was mailed. You can take it off the page there.',
  'mail.campaigns.sponsor-unposted.subject': 'Off the page: what you posted on {title}',
  'mail.campaigns.sponsor-unposted.heading': 'What you posted was taken off',
  'mail.campaigns.sponsor-unposted.text':
    '{group} has taken what your group posted off the page of “{title}”. Those who run the campaign and your own group still read it. Ask them why, or take it back yourselves.',
} as const;
