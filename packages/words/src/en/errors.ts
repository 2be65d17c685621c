/** What the api answers when it does not do what was asked: `error.<code>`, and `error.field.<code>` beside a field. */
export const errors = {
  'error.not-found': 'We could not find that. It may have been removed, or you may not have access to it.',
  'error.forbidden': 'Your role here does not allow that. A steward of the group can change it.',
  'error.sign-in-needed': 'Please sign in first.',
  'error.unreadable': 'There is a character in it that cannot be kept. Type it again without pasting.',
  'error.nothing-to-change': 'There is nothing to change in that.',
  'error.malformed': 'The request was not complete. Go back, reload the page and try again.',
  'error.invalid': 'Some answers need another look. They are marked below.',
  'error.conflict': 'This changed while you were working on it. Reload the page to see how it is now.',
  'error.too-large': 'That is too big to send. Try a smaller file or a shorter text.',
  'error.too-many-requests':
    'That was tried too often. Please wait {minutes, plural, one {# minute} other {# minutes}} and try again.',
  'error.proof-needed':
    'Many people are sending this right now. Your browser does a small piece of work first, so that machines cannot crowd you out.',
  'error.proof-expired': 'The work of your browser came too late. There is a new piece.',
  'error.proof-used': 'That piece of work has been used. There is a new one.',
  'error.proof-wrong': 'The work of your browser was not done for this. There is a new piece.',
  'error.proof-without':
    'As many as can go the slower way just did. Please wait {minutes, plural, one {# minute} other {# minutes}} and try again. What you typed is still here.',
  'error.quota.account-minutes':
    'That is as much as one account can make for now, so that nobody can flood this site. You can make the next in {minutes, plural, one {# minute} other {# minutes}}; a steward of the site can allow you more.',
  'error.quota.account-hours':
    'That is as much as one account can make for now, so that nobody can flood this site. You can make the next in {hours, plural, one {# hour} other {# hours}}; a steward of the site can allow you more.',
  'error.quota.group-minutes':
    'That is as much as can be made in one group for now, so that nobody can flood this site. The next can be made in {minutes, plural, one {# minute} other {# minutes}}; a steward of the site can allow the group more.',
  'error.quota.group-hours':
    'That is as much as can be made in one group for now, so that nobody can flood this site. The next can be made in {hours, plural, one {# hour} other {# hours}}; a steward of the site can allow the group more.',
  'error.unavailable':
    'The site cannot do that right now. Please try again in a minute. What you typed is still here.',
  'error.busy':
    'More is being done here at once than this server can. Please try again in a few seconds. What you typed is still here.',
  'error.no-room':
    'There is no room left on the server for this. Nothing was lost: try again later, and tell whoever runs the site.',
  'error.internal': 'Something broke on our side. It has been noted. Please try again.',

  'error.field.required': 'Please fill this in.',
  'error.field.email': 'This does not look like an email address. It should read like name@example.org.',
  'error.field.phone': 'This does not look like a phone number. Write its digits, as +1 555 0123.',
  'error.field.too-long': 'This is too long: {max, plural, one {# character} other {# characters}} at most.',
  'error.field.too-short':
    'This is too short: {min, plural, one {# character} other {# characters}} at least.',
  'error.field.format': 'This is not written the way it needs to be.',
  'error.field.too-small': 'This needs to be {min, number} or more.',
  'error.field.too-large': 'This can be {max, number} at most.',
  'error.field.number': 'This needs to be a number.',
  'error.field.date': 'This needs to be a real day between 1970 and 2099.',
  'error.field.web-address': 'An address of the web begins with https://',
  'error.field.choice': 'Please choose one of the answers.',
  'error.field.none-chosen': 'Please choose at least one.',
  'error.field.colour': 'This needs to be a colour, written like #b3301a.',
  'error.field.path': 'This needs to be a page of this site, written like /campaigns/save-the-library.',
  'error.field.code': 'Only letters A to Z, digits and hyphens can stand here, and no hyphen first or last.',
  'error.field.too-many': 'These are too many: {max, plural, one {one} other {#}} at most.',
  'error.field.too-few': 'These are too few: {min, plural, one {one} other {#}} at least.',
  'error.field.twice': 'Something here stands twice.',

  'error.markdown.cells': 'This comes to too many cells in tables: {max, number} at most.',
  'error.markdown.links': 'This comes to too many links: {max, number} at most.',
  'error.markdown.depth': 'The lists and quotations here stand too deep inside each other.',
  'error.markdown.characters':
    'This would make too long a page: {max, number} characters at most, with everything that shows it as it is meant.',
} as const;
