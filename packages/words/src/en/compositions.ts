/** What organizers write to many, and what is said of it before it goes out. */
export const compositions = {
  'compositions.merge.friend': 'friend',
  'compositions.check.merge-unknown':
    '{word} is no merge word, and would be read as it stands. Perhaps it is misspelled.',
  'compositions.check.merge-open':
    'The braces of {word} are not closed. A merge word stands between two braces on each side.',
  'compositions.check.block-unknown':
    '{word} is none of the blocks, and would be read as it stands. Perhaps it is misspelled.',
  'compositions.check.block-incomplete':
    'Something is missing in {word}. An event or a petition is named by the end of its address, a button by its words.',
  'compositions.check.block-inside':
    '{word} stands among words, or in a list or a quotation. Put it on a line of its own.',
  'compositions.check.button-address':
    '{word} leads nowhere. Put an arrow behind its words, and then an address: one that begins with https:// or, on this site, with /.',
  'compositions.check.link-address':
    'Nobody can follow a link to {word}. An address begins with https:// or, on this site, with /, and has no merge words.',
  'compositions.check.link-unused':
    '{word} says where a link leads, and there is no such link, so nobody reads it. Write [words](address) where the link should stand.',
  'compositions.check.picture-foreign':
    'The picture {word} is not on this site, so it would tell another site who reads the mail. Upload it here.',
  'compositions.check.subject-long':
    'The subject has {count, number} characters, and a phone shows about 40. Keep it to {max, number}, with the main thing first.',
  'compositions.check.subject-capitals':
    'The subject is all in capitals: that reads as shouting, and filters take it for advertising. Write it as you would say it.',
  'compositions.check.exclamations':
    '{count, plural, one {There is one exclamation mark} other {There are # exclamation marks}}. One is plenty: filters take more for advertising.',
  'compositions.check.loud-word':
    'Advertising wore out “{word}”, and filters count it. Say it another way if you can.',
  'compositions.check.many-links':
    'The mail has {count, plural, one {one link} other {# links}}. Keep the two or three that matter: people follow the first, and filters distrust so many.',
  'compositions.check.short-link':
    'A link goes through {host}, which hides where it leads; many filters refuse that. Put in the address itself, or a short link of this site.',
  'compositions.check.link-differs':
    'A link says {words} and leads to {address}. Swindlers do that, and filters know it. Let it say where it leads.',
  'compositions.check.only-pictures':
    'There is a picture and hardly a word. Write in the mail what the picture says: many never see it, and filters distrust it.',
  'compositions.check.alt-missing':
    '{count, plural, one {One picture does} other {# pictures do}} not say what can be seen. Write it between the square brackets, for everyone who does not see pictures.',
  'compositions.check.preheader-missing':
    'There are no first words. Write a line that stands beside the subject in the list of mails, or people read there how the mail begins.',
  'compositions.check.size-large':
    'The mail weighs {kilobytes, number} KB, which is much on a bad line. Take out what is not needed, pictures first.',
  'compositions.check.size-refused':
    'The mail weighs {kilobytes, number} KB, and more than {max, number} KB is not sent: mailboxes cut it off or refuse it. Take out pictures or words.',
  'compositions.check.merge-fallback':
    "Who has no name is called “{friend}” where the mail says {word, select, name {'{{name}}'} other {'{{first name}}'}}. If another word fits better, put it behind a bar: {word, select, name {'{{name|neighbour}}'} other {'{{first name|neighbour}}'}}.",
} as const;
