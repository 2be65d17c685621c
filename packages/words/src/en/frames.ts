/** Frames: one campaign told in more than one way. */
export const frames = {
  'campaigns.frames': 'Told in other ways',
  'campaigns.frames.text':
    'The same campaign for other people, or for a second issue, with its own title, story, picture and link. Every name counts for the one campaign.',
  'campaigns.frames.none':
    'It is told in one way so far. “Save the library” speaks to readers; “Keep the block online” speaks to everyone whose only free line is the library’s, and the council decides about both on the same evening.',
  'campaigns.frames.own-page': 'The campaign’s own page',
  'campaigns.frames.new': 'Tell it in another way',
  'campaigns.frames.edit': 'Change how it is told',
  'campaigns.frames.way': 'Told as',
  'campaigns.frames.for': 'For: {label}',
  'campaigns.frames.by': 'Told by {group}',
  'campaigns.frames.state.draft': 'Draft',
  'campaigns.frames.state.asked': 'Waits for an answer',
  'campaigns.frames.state.published': 'Out',
  'campaigns.frames.state.withdrawn': 'Taken off',
  'campaigns.frames.visits': 'Visits by its links',
  'campaigns.frames.signed': 'Signed',
  'campaigns.frames.by-links': 'Of visits by your links',
  'campaigns.frames.came': 'Came',
  'campaigns.frames.elsewhere': 'and about {count, number} of other groups',
  'campaigns.frames.of-visits': '{signed, number} of {visits, number} signed ({share, number} of 100)',
  'campaigns.frames.unclear': 'Too few to tell it from the campaign’s own page.',
  'campaigns.frames.more':
    'Of those who came by your links to it, more signed than of those who came to the campaign’s own page.',
  'campaigns.frames.fewer':
    'Of those who came by your links to it, fewer signed than of those who came to the campaign’s own page.',
  'campaigns.frames.honest':
    'Your own people are counted exactly, those of other groups by tens, and some of them are told of nowhere. Visits are visits and not people. Nobody was sent here or there by lot: a difference is of the words and of whom they reached.',
  'campaigns.frames.waiting': 'A frame waits for your answer',
  'campaigns.frames.waiting.text': '{group} wrote it. With your yes it is out, with a link of {group}.',
  'campaigns.frames.look': 'Read it',
  'campaigns.frames.yes': 'Yes, let it out',
  'campaigns.frames.no': 'No',
  'campaigns.frames.no.text': '{group} hears it, with your word, and may change it and ask again.',
  'campaigns.frames.no.word': 'A word to them',
  'campaigns.frames.said-no': 'The answer was no.',
  'campaigns.frames.take-off': 'Take it off',
  'campaigns.frames.take-off.text':
    'Its page is gone, and its link leads to the campaign’s own page. Who signed stays counted. It can be put out again.',
  'campaigns.frames.put-out': 'Put it out again',
  'campaigns.frames.link': 'Its link, to print and to embed',
  'campaigns.frames.link.text': 'Whoever signs through it is your group’s person, and counts for you.',
  'campaigns.frames.take-back': 'Take the question back',
  'campaigns.frames.remove': 'Delete the draft',
  'campaigns.frames.remove.text': 'Nobody has seen it but your group, and nobody can bring it back.',
  'campaigns.frames.save': 'Save',
  'campaigns.frames.save.draft': 'Save the draft',
  'campaigns.frames.save.hint': 'Nobody sees it yet but those who publish for your group.',
  'campaigns.frames.save.publish': 'Save and put it out',
  'campaigns.frames.save.ask': 'Save and ask {group}',
  'campaigns.frames.save.ask.hint':
    'It is out when {group} says yes. From then on it stays as it is; to change it, take it off first.',
  'campaigns.frames.of': 'It tells: {title}',
  'campaigns.frames.field.label': 'For whom',
  'campaigns.frames.field.label.hint':
    'Only the groups of this campaign read it, as: tenants without a line.',
  'campaigns.frames.field.title': 'Title',
  'campaigns.frames.field.title.hint': 'What these people say, as: Keep the block online.',
  'campaigns.frames.field.ask': 'What you ask of them, in a sentence',
  'campaigns.frames.field.ask.hint':
    'What the campaign itself asks stands on the page too: nobody signs without reading it.',
  'campaigns.frames.field.picture-alt': 'What the picture shows',
  'campaigns.frames.field.picture-alt.hint': 'For those who do not see it.',
  'campaigns.frames.templates': 'Begin with one',
  'campaigns.frames.templates.text':
    'Three that come up wherever people are cut off or watched. What stands in brackets you say in your own words; it does not go out before.',
  'campaigns.frames.template.none': 'An empty page',
  'campaigns.frames.template.access': 'Access',
  'campaigns.frames.template.access.title': 'Keep the block online',
  'campaigns.frames.template.access.ask':
    'For [how many homes] on [the block], [the library] is the only line that costs nothing. Keep it open.',
  'campaigns.frames.template.access.story':
    'Homework, job applications, the clinic’s appointments and the benefit office are on the net. On [the block], [how many homes] have no line of their own, because [why: price, no contract, no cable].\n\nThey go to [the library]. If it closes, they are offline.\n\n[One neighbour’s day, in their own words and with their yes.]\n\nWe ask [who decides] to keep it open until everyone has a line at home that they can pay.',
  'campaigns.frames.template.surveillance': 'Surveillance',
  'campaigns.frames.template.surveillance.title': 'Nobody follows us home',
  'campaigns.frames.template.surveillance.ask':
    'No [cameras that know faces] on [the street] before we were asked, and a rule that ends it.',
  'campaigns.frames.template.surveillance.story':
    '[Who] wants to put [cameras that know faces] on [the street]. Nobody who lives there was asked.\n\nWhat is recorded stays [how long], and [who] may look at it. Who walks to a clinic, a mosque, a union or a friend is written down with the rest.\n\n[What has happened here already, and where one can read it.]\n\nWe ask [who decides] to stop it, to say what is already there, and to let those decide who live with it.',
  'campaigns.frames.template.shutoffs': 'Shut-offs',
  'campaigns.frames.template.shutoffs.title': 'No one is switched off',
  'campaigns.frames.template.shutoffs.ask':
    'No line, phone or power is cut on [the block] over a bill, and none before a [decision or protest].',
  'campaigns.frames.template.shutoffs.story':
    'In [the month], [how many homes] on [the block] were cut off. Without a line nobody calls a doctor, a lawyer or a neighbour.\n\nIt happened because [why: a bill, an order, a protest]. The notice came [how long] before, or not at all.\n\n[One home, in its own words and with its yes.]\n\nWe ask [who decides] for a rule: no cut over a bill, notice of [so many] days, and never to keep people quiet.',
  'campaigns.frames.counts-for': 'Your name counts for this campaign',
  'campaigns.frames.counts-for.of': '“{title}”, by {group}',
  'campaigns.frames.owner':
    'This page is told by {group}: your name and address go to it. {home} runs the campaign that your name counts for, and hears how many signed.',
  'campaigns.frames.notice.draft': 'A draft. Nobody sees it yet but those who publish for {group}.',
  'campaigns.frames.notice.asked': 'It is not out yet: it waits for an answer of {group}.',
  'campaigns.frames.notice.withdrawn':
    'It was taken off. Nobody sees it but those who write it, or answer for the campaign.',

  'error.campaigns.frame-gap': 'Say it in your own words: {gap}',
  'error.campaigns.frame-state': 'That cannot be done with it now. Look at how it stands.',
  'error.campaigns.frame-changed': 'It was changed while you read it. Read it again.',
  'error.campaigns.frame-of-letter': 'What organizations sign is one text. It cannot be told in another way.',
  'error.campaigns.frame-private': 'Strangers may not see your group, so they could not open its page.',
  'error.campaigns.frames-most':
    'Your group has written {most, number} for this campaign. Delete a draft, or change one.',
  'error.campaigns.frames-out': 'This campaign has {most, number} out already. Take one off first.',

  'mail.campaigns.frame-asked.subject': '{group} asks to tell your campaign in its own way: {title}',
  'mail.campaigns.frame-asked.heading': 'It waits for your answer',
  'mail.campaigns.frame-asked.text':
    '{group} stands with your campaign and wrote another page for it: “{title}”. It is out when your group says yes.',
  'mail.campaigns.frame-published.subject': 'It is out: {title}',
  'mail.campaigns.frame-published.heading': 'The answer is yes',
  'mail.campaigns.frame-published.text':
    '{group} said yes to “{title}”. It has a link of your group’s: whoever signs through it is your person.',
  'mail.campaigns.frame-refused.subject': '{group} says no: {title}',
  'mail.campaigns.frame-refused.heading': 'The answer is no',
  'mail.campaigns.frame-refused.text':
    '{group} does not let “{title}” out as it is. You can change it and ask again.',
  'mail.campaigns.frame-withdrawn.subject': '{group} took it off: {title}',
  'mail.campaigns.frame-withdrawn.heading': 'A page of yours was taken off',
  'mail.campaigns.frame-withdrawn.text':
    '{group} took “{title}” off. Its link leads to the campaign’s own page, and who signed stays counted.',
} as const;
