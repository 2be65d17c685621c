/** What people see and do about themselves, in all groups at once. */
export const own = {
  'people.my.title': 'What do the groups of this site hold about you?',
  'people.my.foot': 'What groups hold about me',
  'people.my.intro':
    'Type your email address. If a group here holds anything about it, a link to all of it is mailed there.',
  'people.my.send': 'Mail me the link',
  'people.my.sent.title': 'Look in your mail',
  'people.my.sent.text':
    'If something is held about this address, a mail is on its way to it. Its link works for 24 hours.',
  'people.my.again': 'Ask for another link',
  'people.my.records': 'What the groups of {site} hold about you',
  'people.my.records.intro': 'These groups hold a record of you. No group sees here what another one holds.',
  'people.my.none':
    'No group holds anything about you. Nothing here is tied to this mailbox. If you use another one, ask for that.',
  'people.my.source': 'Knows you through {source}, since {date}',
  'people.my.source.label': 'Knows you through {source}, {label}, since {date}',
  'people.my.all': 'All that {group} holds: correct, answer, copy or erase it',
  'people.my.copy': 'Copy all of it',
  'people.my.copy.hint': 'One file, in JSON, with all that each group holds.',
  'people.my.erase': 'Erase me everywhere',
  'people.my.erase.confirm':
    'Your record in every group listed here is erased. Your signatures no longer count, and none of these groups can write to you.',
  'people.my.erased':
    'No group of {site} holds a record of you by this mailbox any more. You are gone from lists, searches and history at once; backups forget you when they are replaced.',
  'people.own.looks': 'How often the group looked',
  'people.own.looks.opened':
    '{count, plural, =0 {No organizer opened your page} one {An organizer opened your page on # day} other {Organizers opened your page on # days}} since {date}.',
  'people.own.looks.shown':
    '{count, plural, one {On # day} other {On # days}} since {date} a member who does not see all people was shown some of your record in a view.',
  'people.own.looks.taken':
    '{count, plural, =0 {The list of all people was not taken out as a file} one {The list of all people was taken out as a file once} other {The list of all people was taken out as a file # times}} since {date}.',
  'people.own.looks.found':
    '{count, plural, one {On # day} other {On # days}} since {date} a file with some of the people was taken out, and you were in it.',
  'people.own.looks.names':
    '{count, plural, one {On # day} other {On # days}} since {date} the names under a campaign were taken out, and yours was among them.',
  'people.own.looks.brought':
    '{count, plural, =0 {No list named you.} one {# list that an organizer brought in named you.} other {# lists that organizers brought in named you.}}',
  'people.own.looks.mailed':
    '{count, plural, =0 {No letter to many went to you} one {# letter to many went to you} other {# letters to many went to you}} since {date}.',
  'people.own.correct': 'Correct what is held',
  'people.own.correct.save': 'Save',
  'people.own.correct.name': 'Name',
  'people.own.correct.language': 'Language of your mail',
  'people.own.correct.phone': 'Phone number',
  'people.own.correct.hint':
    'What you write here takes the place of what the group wrote down. Organizers see what you corrected. An emptied field is erased.',
  'people.own.correct.email': 'Your email addresses are below: another one is proven first.',
  'people.own.corrected': 'Saved.',
  'people.origin.verified': 'Verified since {date}.',
  'people.origin.signs-in': 'Verified by signing in.',
  'people.origin.unverified': 'Not verified.',
  'people.origin.from': 'From {source}, {date}.',
  'people.origin.of-record': 'Added with the record: {source}, {date}.',
  'people.origin.unknown': 'Where it is from is not kept.',
  'people.source.organizer': 'an organizer',
  'people.source.own-page': 'the person’s own page',
  'people.own.answer': 'Say yes or no',
  'people.own.answer.hint': 'The group hears it at once. You can change it here at any time.',
  'people.own.answered': 'Your answer is kept.',
  'people.own.agree.email': 'Yes, mail me about what happens next',
  'people.own.agree.text': 'Yes, send me text messages',
  'people.own.agree.call': 'Yes, call me',
  'people.own.agree.post': 'Yes, send me post',
  'people.own.refuse.email': 'No mail about what happens next',
  'people.own.refuse.text': 'No text messages',
  'people.own.refuse.call': 'No calls',
  'people.own.refuse.post': 'No post',
  'people.own.refuse.sharing': 'Do not pass me on to other groups',
  'people.own.refuse.membership': 'No mail about what members must hear',
  'people.own.copy': 'Copy what {group} holds',
  'people.own.others': 'What other groups hold about you',
  'people.consent.sharing': 'Being passed on to other groups',
  'mail.footer.held': 'What this group holds about you',
  'mail.footer.held.site': 'What groups of this site hold about you',
  'mail.own-records.subject': 'What groups of {site} hold about you',
  'mail.own-records.text':
    'Somebody asked {site} what its groups hold about this mailbox. The page below shows it, for 24 hours.',
  'mail.own-records.see': 'See what is held',
  'people.own.emails': 'Your email addresses',
  'people.own.emails.first': 'Mail goes here.',
  'people.own.emails.unverified':
    'Not verified. Add it below, and a link is mailed there: only then mail can go to it.',
  'people.own.emails.make-first': 'Send mail here',
  'people.own.emails.make-first.of': 'Send mail to {email} from now on',
  'people.own.emails.remove': 'Remove',
  'people.own.emails.remove.of': 'Remove {email}',
  'people.own.emails.add': 'Add an email address',
  'people.own.emails.add.hint': 'A link is mailed there. Nothing changes until you follow it.',
  'people.own.emails.add.do': 'Mail the link',
  'people.own.email-asked':
    'If mail reaches that address, a link is on its way there. It works for 24 hours, and nothing changes until you follow it.',
  'people.own.email-first': 'Mail goes to the other address from now on.',
  'people.own.email-removed': 'The address is removed.',
  'people.my.emails.add': 'Add an email address to all of these',
  'people.own-email.title': 'Is this your email address too?',
  'people.own-email.text':
    'Somebody, most likely you, asked to add {email} to what these groups hold about them.',
  'people.own-email.only-you':
    'Say yes only if you asked for it. What you sign or answer with this address then stands in that record, and whoever has a link to the record sees it.',
  'people.own-email.do': 'Yes, it is mine: add it',
  'people.own-email.done': 'Your email address',
  'people.own-email.new': 'Does not have {email} yet.',
  'people.own-email.theirs': 'Has {email} in your record, and knows that it is yours.',
  'people.own-email.taken':
    'Has another record with {email}, and keeps both as they are. Its organizers can make the two one: ask them.',
  'error.people.own-email-known': 'This address is in your record already, and verified.',
  'error.people.own-email-only':
    'Mail goes to this address and to no other. Add another one first, or erase your record.',
  'mail.own-email-moved.subject': 'Your mail from {group} goes to another address now',
  'mail.own-email-moved.text':
    'On your page with {group}, another address of yours took the place of this one. Its mail goes there from now on.',
  'mail.own-email-moved.not-you':
    'If it was not you, somebody has a link that was mailed to you. Tell an organizer of {group}.',
} as const;
