/** The frame around every page, and the words all pages share. */
export const site = {
  'site.skip': 'Skip to the content',
  'site.nav.main': 'Main',
  'site.nav.campaigns': 'Campaigns',
  'site.nav.events': 'Events',
  'site.nav.groups': 'Groups',
  'site.nav.messages': 'Messages',
  'site.nav.sign-in': 'Sign in',
  'site.nav.account': 'Your account',
  'site.nav.breadcrumb': 'Where you are',

  'site.footer': 'About this site',
  'site.footer.language': 'Language',
  'site.footer.stores': 'What this site stores',
  'site.footer.source': 'Source code',
  'site.footer.free': 'Runs on Groundwork, free software.',

  'site.save': 'Save',
  'site.cancel': 'Cancel',
  'site.back': 'Back',
  'site.continue': 'Continue',
  'site.edit': 'Edit',
  'site.remove': 'Remove',
  'site.delete': 'Delete',
  'site.search': 'Search',
  'site.send': 'Send',
  'site.close': 'Close',
  'site.yes': 'Yes',
  'site.no': 'No',
  'site.proof.working': 'This takes a few seconds. It is then sent by itself.',
  'site.proof.done': 'Done. Sending it now.',
  'site.proof.bar': 'Work done so far',
  'site.proof.unable':
    'If your browser cannot do that here, press “{button}” below. Fewer at a time get through that way.',
  'site.proof.without': 'Send without it',
  'site.trap': 'Leave this empty',
  'site.open-here': 'Open the page here',
  'site.zone.hint': 'Begin to type the name of your country, or of a large city near you.',
  'site.optional': 'optional',
  'site.older': 'Older',
  'site.newer': 'Newer',
  'site.pages': 'Pages',
  'site.saved': 'Saved.',
  'site.confirm': 'Are you sure?',
  'site.qr': 'QR code for {address}',
  'site.progress': 'Progress to the goal',

  'site.unready.title': 'This site is being set up',
  'site.unready.text':
    'The people who run it are getting it ready. Come back soon. If you are one of them, open the setup link that was printed when the site started.',

  'site.fault.not-found': 'There is nothing here',
  'site.fault.forbidden': 'This is not open to you',
  'site.fault.signed-out': 'You are signed out',
  'site.fault.signed-out.text':
    'Your session has ended, but what you typed is still here. Sign in in another tab, then come back to this one and send it again.',
  'site.fault.sign-in': 'Sign in, in a new tab',
  'site.fault.too-many': 'Too many tries',
  'site.fault.unavailable': 'The site is catching its breath',
  'site.fault.internal': 'Something went wrong',
  'site.fault.home': 'Go to the front page',
  'site.fault.again': 'Try again',
  'site.fault.typed': 'What you typed is kept here',
  'site.fault.files': 'Pictures and other files have to be chosen again afterwards.',
  'site.fault.password': 'Your password, once more',
  'site.fault.send-again': 'Send it again',

  'site.stores.title': 'What this site stores',
  'site.stores.intro':
    '{site} collects as little as it can and keeps it only as long as it is needed. This page says what that means.',
  'site.stores.device.title': 'On your device',
  'site.stores.device.session':
    'When you sign in, a cookie that keeps you signed in. It goes when you sign out.',
  'site.stores.device.known':
    'When you have signed in, a cookie that knows this browser again for half a year. It signs nobody in and names nobody: it only keeps strangers who guess at your password from locking you out.',
  'site.stores.device.language': 'When you choose a language, a cookie that remembers it for a year.',
  'site.stores.device.changed':
    'When you send a form, a cookie for five seconds, so that you see your own change at once.',
  'site.stores.device.intent':
    'When you press something that needs an account before you are signed in, a cookie that keeps that one press for half an hour, to do it once you are.',
  'site.stores.device.none':
    'Nothing else: no tracking, no adverts, and no page here calls another company’s servers.',
  'site.stores.server.title': 'On the server',
  'site.stores.server.given':
    'What you give a group, such as your name and email on a petition, belongs to that group. Other groups see totals, never names.',
  'site.stores.server.visits':
    'Links count visits, not visitors. If you then sign or answer, the group sees by which of its links you came. We do not store addresses of computers or kinds of browser.',
  'site.stores.server.consent':
    'A group may write to you only if you said so. Every mail has a link that ends it with one click.',
  'site.stores.server.erased':
    'When a group erases you, your no to its mail stays for three years, as a code that nobody can read your address from, so that no later list brings the mail back. A new yes of yours ends it, and when you erase yourself you can have nothing kept at all.',
  'site.stores.rights.title': 'What you can do',
  'site.stores.rights.text':
    'Behind the links in a group’s mail there is a way to everything it holds about you, where you can have it erased. With an account, you can change your name and email, and delete the account, on your account page.',

  'site.source.title': 'Source code',
  'site.source.text':
    'This site runs on Groundwork, version {version}. It is free software under the GNU Affero General Public License, version 3 or later: you may use, study, share and change it, and whoever runs a changed version must offer you its source.',
  'site.source.link': 'Get the source code of this site',
  'site.source.ask': 'The stewards of this site will give you its source code on request.',
  'error.site.security-contact': 'Write an email, or an address that begins with https://.',
  'error.site.front-campaign': 'Choose a published campaign of a public group.',
  'site.footer.rules': 'Rules',
  'site.footer.contact': 'Contact:',
  'site.rules.title': 'The rules of {site}',
  'site.stores.contact.title': 'Whom to ask',
  'site.stores.contact.text': 'Whoever looks after {site} answers at:',
} as const;
