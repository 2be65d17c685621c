/** What lines of a segment ask of what organizers wrote down, of links and of places. */
export const lines = {
  'segments.kind.assessed': 'have an assessment',
  'segments.kind.unassessed': 'are not assessed',
  'segments.kind.contact': 'one of you keeps in touch with',
  'segments.kind.no-contact': 'nobody keeps in touch with',
  'segments.kind.duplicate': 'may be held twice',
  'segments.who.assessed': 'have an assessment of {least, number} to {most, number}',
  'segments.who.assessed.one': 'have an assessment of {assessment, number}',
  'segments.who.unassessed': 'are not assessed',
  'segments.who.contact': '{thing} keeps in touch with',
  'segments.who.no-contact': 'nobody keeps in touch with',
  'segments.who.duplicate': 'may be held twice, which waits to be decided',
  'segments.field.least': 'From',
  'segments.field.most': 'To',
  'segments.field.contact': 'Who keeps in touch with them',
  'finding.column.came': 'Came',
  'finding.column.close': 'Close',
  'segments.kind.brought': 'came by one of your links',
  'segments.who.brought': 'came by the link {thing}',
  'segments.field.link': 'Which link',
  'segments.none.brought': 'This group has no link yet. A campaign gets its first when it is published.',
  'segments.kind.role': 'have a role in the group',
  'segments.who.role': 'have the role “{role}” in the group',
  'segments.field.role': 'Which role',
  'segments.add.count': 'Only count it',
  'segments.add.counted': 'With this line it would be {left}; now it is {before}.',
  'segments.add.counted.about': 'With this line it would be about {left}; now it is about {before}.',
  'segments.kind.near': 'live near a postcode',
  'segments.who.near': 'live within {km, number} km of {postcode}',
  'segments.field.km': 'Within how many kilometres',
  'segments.field.postcode': 'Of which postcode',
  'segments.field.place': 'Or of which event',
  'segments.near.typed': 'None: the postcode above',
  'segments.none.near':
    'The site does not know where postcodes lie. Its stewards can upload a table of them under “Postcodes”.',
  'segments.near.unknown':
    'The site’s table has no such postcode, or several countries have it: then the group’s settings have to say which country is yours.',
  'stewards.nav.postcodes': 'Postcodes',
  'stewards.postcodes.intro':
    'With a table of where postcodes lie, groups can look for people who live within so many kilometres of one. It stays on this site, and nothing is asked of another.',
  'stewards.postcodes.none':
    'No table yet. GeoNames gives one out for each country: download it, unpack it, and upload the text file here.',
  'stewards.postcodes.count': '{count, plural, one {# postcode} other {# postcodes}}',
  'stewards.postcodes.since': 'read on {day}.',
  'stewards.postcodes.countries': 'Of {countries}.',
  'stewards.postcodes.read': '{count, plural, one {# postcode was} other {# postcodes were}} read.',
  'stewards.postcodes.skipped':
    '{count, plural, one {# line has} other {# lines have}} no postcode or no place, and {count, plural, one {was} other {were}} left out.',
  'stewards.postcodes.removed': 'The table is gone.',
  'stewards.postcodes.file': 'Table of postcodes',
  'stewards.postcodes.file.hint':
    'As GeoNames gives it out, or with headings: postcode, lat, lon and, if you have it, country. Up to 32 MB; several countries may stand in one file.',
  'stewards.postcodes.replaces': 'It takes the place of the whole table that is there.',
  'stewards.postcodes.upload': 'Upload',
  'stewards.postcodes.remove': 'Remove the table',
  'stewards.postcodes.remove.text':
    'Lines that ask who lives near a postcode find nobody until you upload a table again.',
  'error.site.postcodes-empty': 'This file is empty. Choose the one with the postcodes.',
  'error.site.postcodes-zipped':
    'This file is packed. Unpack it first, and upload the text file that is in it.',
  'error.site.postcodes-unreadable': 'This is not a text file with columns.',
  'error.site.postcodes-columns':
    'Columns for the postcode, the latitude and the longitude are missing. Name them postcode, lat and lon in the first line.',
  'error.site.postcodes-nothing': 'No line of this file has a postcode and where it lies.',
  'error.site.postcodes-too-many':
    'These are too many postcodes: {most, number} at most. Leave out countries that you do not need.',
  'error.segments.assessed-backwards': 'The first number is the smaller one, as in 1 to 2.',
} as const;
