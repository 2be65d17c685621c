/** A campaign's names on their way to whoever decides. */
export const names = {
  'campaigns.names.title': 'Hand the names over',
  'campaigns.names.intro':
    'Names to print and carry to whoever decides, or as a file. Each time is on record.',
  'campaigns.names.told': 'What signers were told',
  'campaigns.names.told.text':
    'Those who signed gave their name to {group}, and were told that only {group} sees their email. They were asked one thing about being seen: “{asked}”.',
  'campaigns.names.told.counts': '{shown} of {total} said yes.',
  'campaigns.names.told.all':
    'Nobody was asked whether the whole name goes to whoever decides. Take all names only where a petition counts by its full names, hand them over on paper, and publish none of them. Tell the signers in an update that you do.',
  'campaigns.names.whose': 'Which names',
  'campaigns.names.whose.shown':
    'Those that may be shown, as their owners want to be called; the others are counted',
  'campaigns.names.whose.all': 'All, in full, with city and postcode where you know them',
  'campaigns.names.show': 'Show the book',
  'campaigns.names.file': 'All names as CSV',
  'campaigns.names.print':
    'Print this page from your browser. To save it, choose “Save as PDF” as the printer: the file can be read aloud, and its names found.',
  'campaigns.names.to': 'To: {target}',
  'campaigns.names.total': '{count, plural, one {# person signed} other {# people signed}}',
  'campaigns.names.district': 'Their district, if you count it',
  'campaigns.names.district.hint': 'How its postcodes begin, with commas between: 94601, 946',
  'campaigns.names.paper':
    '{count, plural, one {and # more person on paper} other {and # more people on paper}}',
  'campaigns.names.living':
    '{count, plural, one {# of them lives in your district} other {# of them live in your district}}',
  'campaigns.names.living.few': 'Fewer than 10 of them are known to live in your district',
  'campaigns.names.living.where': '(postcodes that begin with {beginnings})',
  'campaigns.names.online': 'Signed online',
  'campaigns.names.on-paper': 'Signed on paper',
  'campaigns.names.by': 'Handed over by {group}, {day}',
  'campaigns.names.unshown':
    '{count, plural, one {and # further person whose name is not shown} other {and # further people whose names are not shown}}',
  'campaigns.names.cut': 'A book holds {most} names. All of them are in the CSV.',
  'campaigns.names.none': 'No name to show yet.',
  'campaigns.sign.postcode': 'Postcode',
  'campaigns.sign.postcode.hint':
    'So that whoever decides is told how many of us live where. Only {group} sees it.',
  'campaigns.field.asks-postcode': 'Ask signers for their postcode',
  'campaigns.field.asks-postcode.hint':
    'They may leave it out. The book of names then says how many live in a district.',
} as const;
