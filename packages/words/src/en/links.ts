/** Short links, their QR codes and their counts. */
export const links = {
  'links.title': 'Links',
  'links.intro':
    'Each link counts its visits, never its visitors. Make one per flyer, post or poster to see what works.',
  'links.column.address': 'Address',
  'links.column.label': 'Where it is used',
  'links.column.visits': 'Visits',
  'links.column.signatures': 'Signed',
  'links.column.rsvps': 'Are coming',
  'links.empty': 'No links yet. The first is made on publication.',
  'links.new': 'Make another link',
  'links.field.label': 'Where will it be used?',
  'links.field.label.hint': 'For you only: flyer, Instagram, the banner on the bridge.',
  'links.field.code': 'A word of your own',
  'links.field.code.hint':
    '3 to 30 letters, digits or hyphens, as in /go/library. Left empty, the site makes a short code.',
  'links.make': 'Make the link',
  'links.qr': 'QR code as an image',
  'links.qr.png': 'QR as PNG',
  'links.qr.svg': 'QR as SVG',
  'links.poster': 'Print a poster',
  'links.poster.hint':
    'Print this page, on A4 or Letter: what is not part of the poster stays off the paper. Cut the strips, so that people can take one along.',
  'links.tear-off': 'On the flyer, at the door',
  'links.pass-on': 'Pass it on',
  'links.pass-on.address': 'Its address, to copy',
  'links.pass-on.whatsapp': 'WhatsApp',
  'links.pass-on.telegram': 'Telegram',
  'links.pass-on.sms': 'Text message',
  'links.pass-on.mail': 'Mail',
  'links.pass-on.plain': 'These are plain links. Nobody there hears of you before you press one.',
  'error.links.taken': 'This word is already in use. Choose another.',
} as const;
