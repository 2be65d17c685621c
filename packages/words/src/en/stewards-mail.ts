/** The site's mail, for who looks after it: the Outbox, what is held back, a mail to try. */
export const stewardsMail = {
  'stewards.outbox.smtp':
    'Mail goes out by SMTP. What was sent is erased here; only its state stays. What waits can be opened without its links; that is on record, and its receiver is told.',
  'stewards.outbox.kept':
    'No mail server is set (SMTP_URL), so mail stays here. Whoever should get a link gets it from you: open the letter, and hand it on. That is on record, and its receiver is told.',
  'stewards.held': 'Mail held back',
  'stewards.held.text':
    'Addresses that somebody typed and nobody confirmed hear from the site only so often. What is above that waits: until there is room, or the address is confirmed, and for three days at most.',
  'stewards.held.by.mailbox':
    '{count, plural, one {# mail} other {# mails}} to mailboxes that had their share of a day; {waiting, number} waiting.',
  'stewards.held.by.group':
    '{count, plural, one {# mail} other {# mails}} above what one group may send to unproven addresses in a day; {waiting, number} waiting.',
  'stewards.held.by.site':
    '{count, plural, one {# mail} other {# mails}} above what the site may send to unproven addresses in a day; {waiting, number} waiting.',
  'stewards.held.by.unvouched':
    '{count, plural, one {# mail} other {# mails}} of a group that no steward vouched for to people outside of it; {waiting, number} waiting.',
  'stewards.outbox.empty.text':
    'When someone signs, comes or opens an account, the mail to them appears here.',
  'stewards.outbox.all': 'See all mail',
  'stewards.outbox.refused': 'See what was refused',
  'stewards.outbox.refused.empty': 'Nothing was refused within a month.',
  'stewards.outbox.erased': 'erased after sending',
  'stewards.outbox.to': 'To {address}',
  'stewards.outbox.attachment': 'Attached: {name}',
  'stewards.outbox.state.held': 'held back',
  'stewards.outbox.state.promised': 'waiting',
  'stewards.outbox.state.sent': 'sent',
  'stewards.outbox.state.kept': 'kept here',
  'stewards.outbox.state.refused': 'refused',
  'stewards.outbox.trial':
    'No mail server is set and nobody real has an account yet, so letters show their links. That ends with the first account of somebody who does not look after the site.',
  'stewards.outbox.search': 'Find mail to one address',
  'stewards.outbox.search.hint': 'The whole address. What was sent no longer bears it.',
  'stewards.outbox.search.do': 'Find',
  'stewards.outbox.search.empty':
    'No mail here bears that address. It may have been sent: then nobody can tell any more to whom.',
  'stewards.outbox.erased.text': 'The words of this mail are erased: it was sent, or given up.',
  'stewards.outbox.closed': 'This letter is closed: it is to somebody else.',
  'stewards.outbox.open': 'Open the letter',
  'stewards.outbox.open.confirm':
    'You see its words without the links that stand for its receiver. It is on record under your name, and its receiver is told.',
  'stewards.outbox.hand-over': 'Show its links, to hand them on',
  'stewards.outbox.hand-over.confirm':
    'Whoever holds such a link acts as its receiver. Give it to nobody else. It is on record under your name, and its receiver is told.',
  'stewards.outbox.hand-over.mine': 'The letter is to you. It is on record that you took its links here.',
  'stewards.outbox.opened': 'It is on record that you opened this letter, and its receiver is told.',
  'stewards.outbox.link-hidden': 'link hidden',
  'error.stewardship.letter-erased': 'The words of this mail are erased, so it cannot be opened.',
  'mail.letter-opened.subject': 'A letter to you was opened',
  'mail.letter-opened.heading': 'Somebody opened a letter to you',
  'mail.letter-opened.words':
    'A steward of {site} opened a letter of the site to you before it went out. They could read its words; the links in it were hidden from them.',
  'mail.letter-opened.links':
    'A steward of {site} opened a letter of the site to you, with the links in it. If that was not to hand them to you, set a new password.',
  'mail.letter-opened.more':
    'Who it was and when stands on the page of your account. You get this mail once a day at most, however often it happens.',
  'mail.letter-opened.button': 'See it on my account',
  'mail.test.subject': 'Mail from {site} arrives',
  'mail.test.heading': 'Mail arrives',
  'mail.test.text':
    'A steward of {site} asked for this mail on the page “This site”: you. If you read it, mail goes out. Look at where it landed: in the inbox, or among what is unwanted?',
  'stewards.test-mail': 'Try the mail',
  'stewards.test-mail.text': 'A mail to {address}, and here what the mail server said to it.',
  'stewards.test-mail.do': 'Send me a test mail',
  'stewards.test-mail.waits': 'Asked for {when}. It goes out as soon as a worker takes it.',
  'stewards.test-mail.taken': 'The mail server took it {when}, and said:',
  'stewards.test-mail.refused': 'The mail did not go out {when}. What was said:',
  'stewards.test-mail.unset':
    'No mail server is set, so there is nothing to try. Whoever runs the server sets SMTP_URL.',
  'error.stewardship.no-mail-server': 'No mail server is set, so no mail can be tried.',
  'mail.groups-wait.subject':
    '{count, plural, one {A group waits} other {# groups wait}} for a word of yours',
  'mail.groups-wait.heading': 'Is it what it says?',
  'mail.groups-wait.text':
    'On {site}, {count, plural, one {one group waits} other {# groups wait}} to be vouched for. Until then only its members see it, and it writes to nobody outside. You get this mail once a day at most.',
  'mail.groups-wait.button': 'See who waits',
  'stewards.groups.waiting.all': 'See all that wait',
} as const;
