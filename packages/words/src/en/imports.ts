/** Bringing in lists of people: how a file is read, what is odd in it, and what came of it. */
export const imports = {
  'people.imports.title': 'Bring in a list',
  'people.imports.intro':
    'An Excel workbook (.xlsx) or a CSV file from a spreadsheet or another tool, up to 100,000 rows. You will see how we read it before anything is added.',
  'people.imports.file': 'Spreadsheet (.xlsx, .csv, .tsv)',
  'people.imports.read': 'Read the file',
  'people.imports.earlier': 'Earlier lists',
  'people.imports.empty': 'No list has been brought in yet. Choose a file above to begin.',
  'people.imports.preview': 'How we read {file}',
  'people.imports.rows': '{count, plural, one {# row} other {# rows}}',
  'people.imports.coming': '{fresh} new, {known} known already, {refused} not taken',
  'people.imports.refused': '{count, plural, one {# row cannot be taken} other {# rows cannot be taken}}',
  'people.imports.refused.row': 'Row {row}, {field}: {message}',
  'people.imports.refused.more': 'These are the first {count}. The other rows will still be brought in.',
  'people.imports.sample': 'The first rows and the odd ones, as we read them',
  'people.imports.spelling': 'Letters or columns look wrong?',
  'people.imports.encoding': 'Encoding of the letters',
  'people.imports.delimiter': 'Between columns stands',
  'people.imports.delimiter.comma': 'a comma',
  'people.imports.delimiter.semicolon': 'a semicolon',
  'people.imports.delimiter.tab': 'a tab',
  'people.imports.delimiter.bar': 'a bar',
  'people.imports.columns': 'Which column is what',
  'people.imports.field.name': 'Full name',
  'people.imports.field.firstName': 'First name',
  'people.imports.field.lastName': 'Last name',
  'people.imports.field.email': 'Email',
  'people.imports.field.phone': 'Phone',
  'people.imports.field.street': 'Street and number',
  'people.imports.field.city': 'City',
  'people.imports.field.region': 'Region or state',
  'people.imports.field.postcode': 'Postcode',
  'people.imports.field.country': 'Country',
  'people.imports.field.tags': 'Tags',
  'people.imports.field.language': 'Language',
  'people.imports.consent': 'Whom may {group} mail?',
  'people.imports.consent.hint':
    'Choose a yes only if you can show it. A no stays a no: of the file, and of who said no here before.',
  'people.imports.reread': 'Read it again this way',
  'people.imports.apply': 'Bring in {count, plural, one {# person} other {# people}}',
  'people.imports.state.preview': 'not applied yet',
  'people.imports.state.asked': 'being brought in',
  'people.imports.state.done': 'done',
  'people.imports.state.undo-asked': 'being taken back',
  'people.imports.state.undone': 'taken back',
  'people.imports.progress': 'of {total} rows brought in',
  'people.imports.outcome': '{added} added, {known} known already, {refused} not taken',
  'people.imports.look-again': 'Look again',
  'people.imports.undone': '{removed} of {added} taken back.',
  'people.imports.undone.kept':
    '{count, plural, one {# person has done something since, and stays.} other {# people have done something since, and stay.}}',
  'people.imports.undoing': 'of {added} people taken back',
  'people.imports.see': 'See everyone',
  'people.imports.undo': 'Take this list back',
  'people.imports.undo.until': 'It can be taken back until {date}.',
  'people.imports.undo.confirm':
    'Everyone this list added is removed again, except those who have done something since. Each yes and no, tag and address it brought goes too.',
  'people.imports.field.middleName': 'Middle name',
  'people.imports.field.asTag': 'Keep it as a tag',
  'people.imports.field.emailAnswer': 'Yes or no to email',
  'people.imports.field.textAnswer': 'Yes or no to text messages',
  'people.imports.field.noEmail': 'Must not be emailed',
  'people.imports.field.noText': 'Must not be texted',
  'people.imports.field.noCall': 'Must not be called',
  'people.imports.field.noPost': 'Must not get post',
  'people.imports.field.noSharing': 'Must not be passed on to other groups',
  'people.imports.field.noContact': 'Must not be contacted at all',
  'people.imports.field.badEmail': 'Address that does not work',
  'people.imports.field.badPhone': 'Number that does not work',
  'people.imports.field.agreedAt': 'Day they agreed to email',
  'people.imports.field.came': 'Whether they came',
  'people.imports.field.cameTo': 'What they came to',
  'people.imports.field.cameOn': 'When that was',
  'people.imports.field.none': 'Leave it out',
  'people.imports.found': 'What we found',
  'people.imports.found.noes':
    '{count, plural, one {# row says no to email. It comes in as a no, whatever you choose below.} other {# rows say no to email. They come in as a no, whatever you choose below.}}',
  'people.imports.found.said': '{count, plural, one {# says so} other {# say so}}',
  'people.imports.found.do-not-contact':
    '{count, plural, one {# must not be contacted at all} other {# must not be contacted at all}}',
  'people.imports.found.bad-address':
    '{count, plural, one {# has an address that does not work} other {# have an address that does not work}}',
  'people.imports.found.unclear':
    '{count, plural, one {# says something we do not know} other {# say something we do not know}}',
  'people.imports.found.value': '{column}: “{value}” ({count})',
  'people.imports.found.values':
    'We do not know these words, and take them for a no. If a column says nothing about consent, leave it out below.',
  'people.imports.found.blank':
    '{count, plural, one {# row is empty where a yes would stand. It comes in as a no.} other {# rows are empty where a yes would stand. They come in as a no.}}',
  'people.imports.found.overruled':
    '{count, plural, one {# of these people agreed to email here. The no of this file takes its place.} other {# of these people agreed to email here. The no of this file takes its place.}}',
  'people.imports.found.erased-no':
    '{count, plural, one {# person said no here before and was erased. They come in as a no, whatever you choose below.} other {# people said no here before and were erased. They come in as a no, whatever you choose below.}}',
  'people.imports.found.text-yes':
    '{count, plural, one {# row says yes to text messages. It comes in as a yes if you choose below whom you may mail.} other {# rows say yes to text messages. They come in as a yes if you choose below whom you may mail.}}',
  'people.imports.found.came':
    '{count, plural, one {# row says that somebody came.} other {# rows say that somebody came.}} It is kept in their history, and counts where you ask who came.',
  'people.imports.found.other':
    '{count, plural, one {# row says no to texts, calls, post or passing on. That is kept.} other {# rows say no to texts, calls, post or passing on. That is kept.}}',
  'people.imports.found.without-email':
    '{count, plural, one {# person has a phone number and no address.} other {# people have a phone number and no address.}}',
  'people.imports.found.repeated':
    '{count, plural, one {# row names somebody again. What it adds goes to the first.} other {# rows name somebody again. What they add goes to the first.}}',
  'people.imports.found.repaired':
    '{count, plural, one {# row has letters that were written in another encoding. We put them right; please look.} other {# rows have letters that were written in another encoding. We put them right; please look.}}',
  'people.imports.found.never':
    '{count, plural, one {# column holds addresses of the internet (IP), browsers or places on the map: {columns}.} other {# columns hold addresses of the internet (IP), browsers or places on the map: {columns}.}} Those are never kept of anybody.',
  'people.imports.found.unkept':
    '{count, plural, one {# column is not kept: {columns}.} other {# columns are not kept: {columns}.}} You can keep each as a field or a tag.',
  'error.people.field-nameless':
    'A column without a heading cannot become a new field: it would have no name.',
  'people.imports.field.new': 'A new field: “{name}”',
  'people.imports.field.own': 'Your field: {name}',
  'people.imports.purpose': 'Why does the group need to know what becomes a new field?',
  'people.imports.purpose.hint':
    'Only if a column becomes one. People read it beside what you hold about them.',
  'people.imports.known.kept': 'As you said for a file like this before.',
  'people.imports.known.heading': 'Known by its heading.',
  'people.imports.known.values': 'Guessed from what stands under it.',
  'people.imports.known.said': 'As you said.',
  'people.imports.known.not': 'Not known.',
  'people.imports.known.never': 'Never kept.',
  'people.imports.kept-mapping':
    'A file with the same headings was brought in before. Each column is what you said it was then.',
  'people.imports.found.odd':
    '{count, plural, one {# cell is no value of the field it would fill in. It is left out; its row comes in.} other {# cells are no values of the fields they would fill in. They are left out; their rows come in.}}',
  'people.imports.found.odd.value': '{column}: “{value}” ({count}). {message}',
  'error.people.workbook-too-large':
    'This workbook is too big to read. Save the sheet with the people as CSV, or split it, and try again.',
  'error.people.workbook-unreadable':
    'We found no sheet with people in this file. Save it as CSV or .xlsx in your spreadsheet and try again.',
  'error.people.file-pdf':
    'This is a PDF, and its columns cannot be told apart. Open where it came from, and save that as CSV or .xlsx.',
  'error.people.file-picture': 'This is a picture. We need the spreadsheet itself: save it as CSV or .xlsx.',
  'error.people.file-old-workbook':
    'This file is in the old format of Excel or Word. Open it, save it as .xlsx or CSV, and try again.',
  'error.people.file-document':
    'This is a text document. Copy its table into a spreadsheet, save that as CSV or .xlsx, and try again.',
  'error.people.file-packed': 'This file is packed. Unpack it, and choose the CSV or .xlsx that is in it.',
  'error.people.file-web-page':
    'This is a page of the web, whatever its name says. Open it in your spreadsheet, and save it as CSV or .xlsx.',
  'people.imports.found.sheet': 'Read from the sheet “{sheet}”.',
  'people.imports.found.no-headings':
    'The first row holds an address, so we take it for a person. Say below if it is a heading.',
  'people.imports.found.above':
    '{count, plural, one {# row above the headings is left out.} other {# rows above the headings are left out.}}',
  'people.imports.found.no-addresses':
    'No column holds addresses or phone numbers. Meetup, Facebook and others give their lists out without any: send people there the link to your group’s page instead.',
  'people.imports.kept': 'Columns we keep',
  'people.imports.unkept': 'Columns that are not kept',
  'people.imports.column.number': 'Column {number}',
  'people.imports.column.example': 'For example: {values}',
  'people.imports.heading-row': 'The headings stand in',
  'people.imports.heading-row.none': 'no row: the first row is a person',
  'people.imports.heading-row.row': 'row {row}',
  'people.imports.sample.row': 'Row',
  'people.imports.sample.remarks': 'What is odd',
  'people.imports.consent.none': 'Nobody of this list, for now',
  'people.imports.consent.file':
    '{count, plural, one {Only # person, of whom the file says that they agreed} other {Only the # people of whom the file says that they agreed}}',
  'people.imports.consent.file.text':
    '{count, plural, one {Nobody by mail, and by text message the # person of whom the file says that they agreed} other {Nobody by mail, and by text message the # people of whom the file says that they agreed}}',
  'people.imports.consent.email':
    'Everyone in this file who does not say no: they all agreed to email from {group}',
  'people.imports.consent.no': 'Nobody, ever: everyone in this file said no',
  'people.imports.outcome.noes':
    '{count, plural, one {# came in as a no to email.} other {# came in as a no to email.}}',
  'people.imports.outcome.repeated':
    '{count, plural, one {# row named somebody again.} other {# rows named somebody again.}}',

  'error.people.file-unreadable':
    'We could not read this file. Save it as CSV in your spreadsheet and try again.',
  'error.people.import-applied': 'This list was applied already. Reload the page to see where it stands.',
  'error.people.import-settled':
    'This list came in more than 30 days ago, and can no longer be taken back as a whole.',
  'error.people.email-column-needed': 'Please say which column holds the addresses, or the phone numbers.',
  'error.people.nobody-to-bring':
    'No row of this file can be brought in. Choose another file, or say which row holds the headings.',
  'error.people.row-repeats': 'Somebody who comes earlier in the file: what this row adds goes to them.',
  'error.people.too-many-rows':
    'This file has more than {max} rows. Split it and bring the parts in one after another.',
  'error.people.no-way-to-reach': 'There is no address and no phone number.',
  'error.people.without-email': 'A phone number and no address.',
  'error.people.several-addresses': 'Several addresses: mail goes to the first, and the others are kept.',
  'error.people.many-tags': 'More than twenty tags: the first twenty are kept.',
  'error.people.long-tags': 'A tag of more than 40 characters is kept with its first 40.',
  'error.people.other-language': 'Mail is not written here in that language: the list’s is taken.',
  'error.people.odd-attendance': 'We do not know “{value}”: nobody is said to have come by it.',
  'error.people.unclear-moment': 'This is no day that we can read, so it is left out.',
  'error.people.several-numbers': 'Several phone numbers: the first comes first, and the others are kept.',
  'error.people.bytes-repaired': 'Some letters were written in another encoding. We put them right.',
  'error.people.unclear': 'We do not know “{value}”, and take it for a no.',
  'error.people.no.said': 'Says no to email.',
  'error.people.no.do-not-contact': 'Must not be contacted.',
  'error.people.no.bad-address': 'The address does not work: a no to email.',
  'error.people.no.blank': 'Empty where a yes would stand: a no to email.',
  'error.people.no.unclear': 'A no to email.',
  'error.people.too-many-columns':
    'This file has more than {max} columns. Take those out that you do not need.',
  'people.imports.field.externalIds': 'Numbers that other tools know them by',
  'people.imports.field.toolId': 'Their number in {tool}',
  'people.imports.found.by-id':
    '{count, plural, one {# person is known here by their number in {tool}.} other {# people are known here by their number in {tool}.}}',
  'people.imports.dates.day-first':
    '“{column}” writes the day first: row {row} says {because}, and there is no thirteenth month. So {example} is read that way too.',
  'people.imports.dates.month-first':
    '“{column}” writes the month first: row {row} says {because}, and there is no thirteenth month. So {example} is read that way too.',
  'people.imports.dates.unsaid':
    '{count, plural, one {“{column}” has # day that can be read in two ways, and nothing in the column says which: {example}.} other {“{column}” has # days that can be read in two ways, and nothing in the column says which. One is {example}.}} Say below which number is the day.',
  'people.imports.dates.mixed':
    '“{column}” writes some days with the day first and some with the month first. {count, plural, one {# can be read in both ways: {example}.} other {# can be read in both ways. One is {example}.}} Say below which number is the day.',
  'people.imports.date-order': 'Which number is the day in {example}?',
  'people.imports.date-order.hint':
    'Look at how the tool or the country that the file comes from writes days.',
  'people.imports.date-order.day-first': 'The first one: {day}',
  'people.imports.date-order.month-first': 'The second one: {day}',
  'people.imports.sheet': 'Sheet of the workbook',
  'people.imports.sheet.hint':
    '{count, plural, one {The workbook has # sheet with something in it.} other {The workbook has # sheets with something in them. The people of one sheet are brought in at a time: choose, and read it again.}}',
  'error.people.twofold-moment': 'This day can be read in two ways: say which number is the day.',
  'people.tool.action-network': 'Action Network',
  'people.tool.nationbuilder': 'NationBuilder',
  'people.tool.civicrm': 'CiviCRM',
  'people.tool.zetkin': 'Zetkin',
  'people.tool.mailchimp': 'Mailchimp',
  'people.tool.everyaction': 'EveryAction',
  'error.people.date-order-needed': 'Please say which number is the day. We do not guess.',
  'error.people.value-email': 'This is no email address.',
  'error.people.value-phone': 'This is no phone number.',
  'error.people.many-further': 'More than ten further addresses or numbers: the first ten are kept.',
  'error.people.bad-email-left-out':
    'One of the addresses does not work: it is left out, and the others are taken.',
  'error.people.bad-phone-left-out':
    'One of the numbers does not work: it is left out, and the others are taken.',
  'error.people.file-too-large':
    'This file is larger than {megabytes} MB, the most that we read. Save the sheet with the people alone as CSV, or split it, and bring the parts in one after another.',
} as const;
