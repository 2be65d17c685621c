/** The one mail to an address that nobody proved: the site's own words, and nothing of whoever typed the address. */
export const asking = {
  'mail.asking.subject': 'Was this you? Please confirm on {site}',
  'mail.asking.heading': 'One more step',
  'mail.asking.rsvp':
    'Somebody, most likely you, gave this address to come to an event on {site}. The page behind the button shows the event and asks for your yes. Then the details come by mail.',
  'mail.asking.signature':
    'Somebody, most likely you, gave this address to sign on {site}. The page behind the button shows what it is, and the name counts once you say yes there. The same link takes it off again, at any time.',
  'mail.asking.signature-reminder':
    'Some days ago somebody, most likely you, gave this address to sign on {site}, and the name does not count yet. The page behind the button shows what it is, and asks for your yes. This is the only reminder.',
  'mail.asking.own-email':
    'Somebody, most likely you, asked to add this address to what groups of {site} hold about them. The page behind the button shows which groups, and adds it once you say yes there.',
  'mail.asking.not-you': 'If this was not you, do nothing: nothing counts, and the address is forgotten.',
  'mail.asking.button': 'See it and confirm',
} as const;
