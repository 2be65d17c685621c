/** Leaving a place elsewhere. `moves.text.…` are the paragraphs of what is pinned there, in this order. */
export const moves = {
  'moves.title': 'Move here',
  'moves.intro':
    'Facebook, Meetup, Instagram and WhatsApp give out no addresses of those who are in a group there. So ask them over: with a text to pin, a poster, and a link that counts who came.',
  'moves.empty':
    'Name the place that you leave. You get texts in three languages, a poster and a link of its own.',
  'moves.begin': 'Add a place',
  'moves.begin.do': 'Make texts and link',
  'moves.which': 'Which of these do you leave?',
  'moves.field.kind': 'Where it is',
  'moves.field.name': 'What it is called there',
  'moves.field.members': 'About how many are in it',
  'moves.field.silent': 'The last day on which you write there',
  'moves.field.silent.hint': 'Two to six weeks from now gives everyone time to see it.',
  'moves.kind.facebook': 'Facebook',
  'moves.kind.meetup': 'Meetup',
  'moves.kind.instagram': 'Instagram',
  'moves.kind.whatsapp': 'WhatsApp',
  'moves.kind.telegram': 'Telegram',
  'moves.kind.discord': 'Discord',
  'moves.kind.other': 'Another place',
  'moves.came': '{count, plural, one {# came} other {# came}}',
  'moves.came-of': '{count} of about {all} came',
  'moves.came.hint':
    'Who joined or signed after coming by the link of this place. Each person counts once, and a member only while they are one.',
  'moves.silent': 'Falls silent on {day}',
  'moves.ended': 'You have left this place.',
  'moves.open': 'Texts, poster and link',
  'moves.link': 'The link',
  'moves.link.hint':
    'It leads to your group, greets whoever comes by it, and counts them. Use it for this place only.',
  'moves.link.shut':
    'Strangers do not see this group, so the link leads nowhere for them. Invite people by an invitation instead, or make the group public in its settings.',
  'moves.link.invitation':
    'This group takes new members by invitation only: whoever comes by the link sees it and cannot join. You can change that in the settings.',
  'moves.texts': 'Texts to pin',
  'moves.texts.hint':
    'Copy what you need. What you change here is kept for everyone who writes for the group.',
  'moves.texts.of': 'In {language}',
  'moves.texts.changed': 'You changed this text: a new day or link does not get into it by itself.',
  'moves.texts.again': 'Take the suggested text again',
  'moves.texts.again.confirm': 'What was written here instead is lost.',
  'moves.texts.saved': 'The text is saved.',
  'moves.poster': 'Poster to print',
  'moves.poster.hint': 'One page, A4 or Letter: print it from your browser, or save it as a PDF to post.',
  'moves.poster.title': 'We have moved.',
  'moves.poster.from': 'You were in “{place}”? This is where it goes on.',
  'moves.poster.day': 'After {day}, only here.',
  'moves.poster.call': 'Come over:',
  'moves.steps': 'What to do until then',
  'moves.steps.undated': 'Settle the last day, and each of these gets a date.',
  'moves.steps.pin': 'Pin the text at the top of “{place}”, in each language that people read there.',
  'moves.steps.again': 'Write it again, say how many came already, and ask each of them to bring one more.',
  'moves.steps.last':
    'Say the last day once more, with the link. Write to those by name whom you would miss.',
  'moves.steps.silent':
    'Leave the pinned text as the last thing. Stop others from posting, and do not delete the place: latecomers find the link there.',
  'moves.steps.now': 'Now',
  'moves.change': 'Change the place',
  'moves.end': 'We have left',
  'moves.resume': 'We are still there',
  'moves.remove': 'Remove this place',
  'moves.remove.confirm':
    'Its texts and the count of who came are gone. The link still leads to your group, for posters that hang somewhere, and counts nobody any more.',
  'moves.saved': 'Saved.',
  'moves.removed': 'The place is removed.',
  'moves.greeting': 'You were in “{place}”.',
  'moves.greeting.text': 'This is where it goes on. Come in, and you hear from {group} here.',
  'moves.greeting.count': '{count, plural, one {# from there is} other {# from there are}} here already.',
  'moves.text.hello': 'Hello everyone,',
  'moves.text.moving': '{group} is moving. From now on you find us here: {link}',
  'moves.text.why':
    'It is a place of our own: no advertisements, nobody sorts what you get to see, and what you tell us stays with us.',
  'moves.text.how': 'It takes a minute and an email address. Open the link, press “Join”, and you are in.',
  'moves.text.last-day': 'Until {day} we write in both places. After that, only there.',
  'moves.text.help': 'If you get stuck, answer here and one of us helps you. See you there!',
  'moves.walled.what':
    'You can ask people over instead: with a text to pin there, a poster, and a link that counts who came.',
  'moves.walled.do': 'Make texts and a poster',
  'error.moves.too-many': 'These are {most} places, the most a group can keep. Remove one first.',
  'error.people.file-of-facebook':
    'This is what Facebook lets you download. It names the groups that you are in, and holds no addresses of the people in them.',
  'error.people.file-of-meetup':
    'This is a list from Meetup. It holds names of members, and no addresses: nobody can be written to with it. Nothing of it was kept.',
} as const;
