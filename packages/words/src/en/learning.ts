export const learning = {
  'compositions.check.no-question': 'Say what the letters are to find out, below what they say.',
  'compositions.check.few-people':
    'Each letter goes to {each, plural, one {# person} other {# people}}. To find out what you want to know it would take {needed, number} each: a smaller group may show nothing.',
  'compositions.check.enough-people':
    'Each letter goes to {each, number} people. That is enough for what you want to find out: {needed, number} each.',
  'error.compositions.variants-full': 'There are four letters already. Drop one first.',
  'error.compositions.one-variant': 'There is one letter alone. Write another one beside it first.',
  'error.compositions.lot-ends-early':
    'What people do is counted for {days, plural, one {# day} other {# days}}: those who are left out get it later than that, or not at all.',
  'error.compositions.lot-of-members':
    'What members must hear goes to all of them: nobody is left out by lot.',
  'error.compositions.lot-at-one-moment':
    'With an hour for each reader everybody gets it. Send it at one moment, or leave nobody out.',
  'error.compositions.variants-last-text': 'This is the only text of this letter. Drop the letter instead.',
  'error.compositions.variants-in-template': 'A template is one letter. Drop the others first.',
  'error.experiments.more-than-all': 'Together that would be more than 100 of 100.',
  'mailings.results.so-far':
    'So far: a letter that only works faster is ahead for a while. What counts is what stands here when its days are over.',
  'experiments.end-sharing': 'Take it out of the book for others',
  'experiments.untold': 'Too few people did it, or did not, to tell others.',
  'mailings.lot': 'To learn what it changes',
  'mailings.lot.none': 'Everybody gets it',
  'mailings.lot.two-days': 'One in ten, by lot: two days later',
  'mailings.lot.week': 'One in ten, by lot: a week later',
  'mailings.lot.never': 'One in ten, by lot: not at all',
  'mailings.lot.hint':
    'What those do who are left out shows what would have happened without the letter. About {count, plural, one {# person} other {# people}}.',
  'mailings.lot.later':
    '{count, plural, one {# person, drawn by lot, gets it on {at}.} other {# people, drawn by lot, get it on {at}.}}',
  'mailings.lot.got':
    '{count, plural, one {# person, drawn by lot, got it on {at}.} other {# people, drawn by lot, got it on {at}.}}',
  'mailings.lot.without':
    '{count, plural, one {# person, drawn by lot, does not get it.} other {# people, drawn by lot, do not get it.}}',
  'mailings.results': 'What came of it',
  'mailings.results.open':
    'Counted so far, until {until}: what people do, and never what they open or press.',
  'mailings.results.closed':
    'Counted from {since} to {until}: what people did, and never what they opened or pressed.',
  'mailings.results.counting': 'What people did is being counted.',
  'mailings.results.none':
    'Nobody has done anything of this yet. What people sign, come to and join after the letter stands here.',
  'mailings.did.signed': 'signed',
  'mailings.did.coming': 'said they will come',
  'mailings.did.came': 'came',
  'mailings.did.joined': 'joined',
  'mailings.did.answered': 'wrote back',
  'mailings.did.left': 'want no more mail',
  'mailings.results.share': '{share, number} in 100',
  'mailings.results.share.both': '{share, number} in 100; of those left out {other, number}',
  'mailings.results.brought':
    '“{deed}”: the letter itself brought about {count, number} people to it ({least, number} to {most, number}).',
  'mailings.results.drove':
    '“{deed}”: with the letter about {count, number} fewer did it ({least, number} to {most, number} fewer).',
  'mailings.results.unclear':
    '“{deed}”: whether the letter itself changed anything does not show. It may have been {least, number} fewer, or up to {most, number} more.',
  'mailings.results.sure':
    'These ranges are right in 95 of 100 cases, however often you look before the end.',
  'mailings.results.languages': 'By language',
  'mailings.results.sources': 'By where they are from',
  'mailings.results.lines': 'By why it went to them',
  'mailings.results.variants': 'By letter',
  'mailings.results.people': 'People',
  'mailings.variant': 'Letter {name}',
  'mailings.variants': 'Letters that are tried',
  'mailings.variants.add': 'Try another letter beside it',
  'mailings.variants.hint':
    'Each person gets one of them, by lot. What they do then shows which letter moves more people.',
  'mailings.variants.drop': 'Drop this letter',
  'mailings.variants.drop.confirm':
    'Letter {name} is dropped with all that is written in it. The others stay.',
  'experiments.form': 'What the letters are to find out',
  'experiments.form.hint':
    'Say it before it goes out. From then on it stays as it is, so that nobody finds afterwards what they were looking for.',
  'experiments.question': 'Question',
  'experiments.question.hint': 'As: do more people come when the letter asks them a question?',
  'experiments.deed': 'What decides',
  'experiments.deed.signed': 'They sign',
  'experiments.deed.coming': 'They say they will come',
  'experiments.deed.came': 'They come',
  'experiments.deed.joined': 'They join',
  'experiments.deed.answered': 'They write back',
  'experiments.days': 'Within how many days',
  'experiments.usual': 'Of 100, about so many do it',
  'experiments.worth': 'Worth knowing: so many more of 100',
  'experiments.share': 'Organizers of the whole site may read what came of it',
  'experiments.share.hint': 'Without names, and without numbers below ten.',
  'experiments.save': 'Keep it',
  'experiments.needed': 'For that each letter needs {count, plural, one {# person} other {# people}}.',
  'experiments.said': '{question} Counted: {deed}, within {days, plural, one {# day} other {# days}}.',
  'experiments.more':
    'Letter {name} moves more people than letter A: {least, number} to {most, number} more of 100.',
  'experiments.fewer':
    'Letter {name} moves fewer people than letter A: {least, number} to {most, number} fewer of 100.',
  'experiments.unclear':
    'Between letters {name} and A no difference shows: letter {name} may move up to {least, number} fewer of 100, or up to {most, number} more.',
  'experiments.title': 'What letters were tried',
  'experiments.intro':
    'What groups of this site found out about their letters, also where nothing came of it. Look here before you try it yourself.',
  'experiments.search': 'Words of the question',
  'experiments.any-deed': 'Anything',
  'experiments.empty.title': 'Nobody has tried anything yet',
  'experiments.empty.text':
    'Write a mailing and try another letter beside it. What comes of it stands here once its days are over.',
  'experiments.none': 'Nothing is like that. Use fewer words, or look at everything.',
  'experiments.all': 'Show everything',
  'experiments.by.other': 'A group of this site',
  'experiments.did': '{did} of {count}',
  'mailings.stopped.fixed':
    'Its letters are compared, and stay as they are. Go on with it, or leave it and write another one.',
};
