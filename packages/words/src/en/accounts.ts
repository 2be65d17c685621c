/** Opening an account, signing in, and everything one may change about one's own account. */
export const accounts = {
  'accounts.field.name': 'Your name',
  'accounts.field.name.hint': 'As people here will see it. It need not be your full name.',
  'accounts.field.email': 'Your email',
  'accounts.field.password': 'Password',
  'accounts.field.password.new': 'New password',
  'accounts.field.password.current': 'Your password now',
  'accounts.field.password.hint': 'At least 10 characters. Four words in a row are easy to keep in mind.',
  'accounts.field.language': 'Language',
  'accounts.field.time-zone': 'Time zone',

  'accounts.open.title': 'Open an account',
  'accounts.open.intro':
    'To join groups, take part in conversations and organize. Signing and saying that you will come need no account.',
  'accounts.open.do': 'Open my account',
  'accounts.open.known': 'Already have an account?',
  'accounts.open.invited': 'You are invited to {site}.',
  'accounts.open.closed.title': 'No new accounts for now',
  'accounts.open.closed.text':
    'The stewards of {site} are not opening new accounts at present. You can still sign campaigns and come to events without one.',
  'accounts.open.invite-only.title': 'Accounts are by invitation',
  'accounts.open.invite-only.text':
    'To open an account on {site} you need an invitation from one of its stewards, or from a group there. Signing campaigns and coming to events need no account.',
  'accounts.open.sent.title': 'Look at your mail',
  'accounts.open.sent.text':
    'We have written to the address you gave. Open the link in that mail within 24 hours and your account is there.',
  'accounts.sent.nothing':
    'Nothing there after a few minutes? Look among the spam, and check that the address was right.',
  'accounts.sent.again': 'Start again',

  'accounts.confirm.title': 'One last step',
  'accounts.confirm.text': 'This opens the account of {name} with the email {email}.',
  'accounts.confirm.do': 'Yes, this is me',

  'accounts.sign-in.title': 'Sign in',
  'accounts.sign-in.do': 'Sign in',
  'accounts.sign-in.forgot': 'Forgot your password?',
  'accounts.sign-in.new': 'No account yet?',
  'accounts.sign-out.title': 'Sign out',
  'accounts.sign-out.text': 'On a shared computer, sign out when you are done.',
  'accounts.sign-out.do': 'Sign out',

  'accounts.reset.title': 'Set a new password',
  'accounts.reset.intro': 'Tell us the email of your account and we will send you a link.',
  'accounts.reset.do': 'Send me a link',
  'accounts.reset.sent.title': 'Look at your mail',
  'accounts.reset.sent.text':
    'We have written to the address you gave. The link in that mail works for one hour.',
  'accounts.reset.set.intro':
    'For the account with the email {email}. You will be signed out everywhere else.',
  'accounts.reset.set.do': 'Set this password',

  'accounts.link-ended.title': 'This link no longer works',
  'accounts.link-ended.again': 'Ask for a new one',

  'accounts.own.title': 'Your account',
  'accounts.own.about': 'About you',
  'accounts.own.about.saved': 'Saved.',
  'accounts.own.email': 'Email',
  'accounts.own.email.now': 'You sign in with {email}.',
  'accounts.own.email.waiting':
    'We have written to {email}. Your account moves there once you open the link in that mail.',
  'accounts.own.email.new': 'New email',
  'accounts.own.email.do': 'Change my email',
  'accounts.own.email.changed': 'From now on you sign in with your new email.',
  'accounts.own.password': 'Password',
  'accounts.own.password.do': 'Change my password',
  'accounts.own.password.changed': 'Your password has been changed, and you are signed out everywhere else.',
  'accounts.own.sessions': 'Where you are signed in',
  'accounts.own.sessions.short': 'Signed in',
  'accounts.own.sessions.intro':
    'We do not keep what kind of device it is or where it is, only these dates. If one is not yours, sign it out and change your password.',
  'accounts.own.sessions.since': 'Since {date}',
  'accounts.own.sessions.last': 'Last used {date}',
  'accounts.own.sessions.this': 'this browser',
  'accounts.own.sessions.end': 'Sign out',
  'accounts.own.sessions.ended': 'Signed out there.',
  'accounts.own.site': 'Look after this site',
  'accounts.own.leave': 'Delete the account',
  'accounts.own.leave.do': 'Delete my account',
  'accounts.own.leave.text':
    'Your account is erased at once, with your memberships and sessions. What you gave a group when signing or coming stays with that group until you ask it to erase it. This cannot be undone.',
  'accounts.own.deleted.title': 'Your account is deleted',
  'accounts.own.deleted.text':
    'Thank you for the time you gave. You can still sign and come to events without an account.',

  'accounts.email.title': 'Your new email',
  'accounts.email.text': 'From now on, sign in with {email}.',
  'accounts.email.do': 'Use this email',

  'accounts.invitations.title': 'Invitations',
  'accounts.invitations.intro':
    'Each opens one account and works for two weeks. With an email we send it for you, and only that address can use it.',
  'accounts.invitations.email': 'Email of the person',
  'accounts.invitations.language': 'Language of the mail',
  'accounts.invitations.do': 'Make an invitation',
  'accounts.invitations.made': 'Here is the invitation. It is shown this once: pass it on now.',
  'accounts.invitations.link': 'Link of the invitation',
  'accounts.invitations.empty': 'No invitation is waiting. Make the first one above.',
  'accounts.invitations.anyone': 'For whoever has the link',
  'accounts.invitations.until': 'Works until {date}',
  'accounts.invitations.used': 'Used on {date}',
  'accounts.invitations.withdraw': 'Take back',
  'accounts.invitations.withdrawn': 'The invitation no longer works.',

  'error.accounts.suspended':
    'This account is suspended by a steward of the site. A mail to your address says why.',
  'error.accounts.suspend-yourself': 'You cannot suspend yourself. Ask another steward of the site.',
  'error.accounts.wrong-sign-in':
    'That did not work: the email or the password is not right, or the email has not been confirmed yet. Check both, or look in your mail for our link.',
  'error.accounts.opening-closed': 'This site opens no new accounts at present.',
  'error.accounts.invitation-needed':
    'You need an invitation from a steward of this site, or from a group here, to open an account.',
  'error.accounts.invitation-other-email':
    'This invitation is for another email. Use the one it was sent to.',
  'error.accounts.link-ended':
    'This link has been used already, or its time is over. Nothing has changed; you can ask for a new one.',
  'error.accounts.password-common':
    'This one is soon guessed: it is made of words, names, years or keys that are tried first. Four words that have nothing to do with each other are hard to guess.',
  'error.accounts.password-is-email':
    'This is your email, which others know. Please think of something else.',
  'error.accounts.password-wrong': 'This is not your password.',
  'error.accounts.email-same': 'This is your email already.',
  'error.accounts.email-taken': 'This email has an account already. Sign in with it, or set a new password.',
  'error.accounts.no-such-zone': 'We do not know this time zone. Please choose one from the list.',
  'error.accounts.last-site-steward':
    'You are the only steward of this site. Make someone else a steward first.',

  'mail.accounts.open.subject': 'Open your account on {site}',
  'mail.accounts.open.heading': 'One last step',
  'mail.accounts.open.text':
    'Someone, we hope you, asked to open an account on {site} with this email. The button leads to a page where you say yes. It works for 24 hours.',
  'mail.accounts.open.button': 'Open my account',
  'mail.accounts.open.footer':
    'If it was not you, leave this mail alone: nothing happens, and we forget the address.',

  'mail.accounts.open-known.subject': 'You already have an account on {site}',
  'mail.accounts.open-known.heading': 'You already have an account',
  'mail.accounts.open-known.text':
    'Someone, we hope you, asked to open an account on {site} with this email. It has one already: sign in with it. If you no longer know the password, you can set a new one from there.',
  'mail.accounts.open-known.button': 'Sign in',
  'mail.accounts.open-known.footer': 'If it was not you, there is nothing to do: nothing has changed.',

  'mail.accounts.invitation.subject': 'You are invited to {site}',
  'mail.accounts.invitation.heading': 'You are invited',
  'mail.accounts.invitation.text':
    'The stewards of {site} invite you to open an account there, to organize together with others. The invitation works for two weeks.',
  'mail.accounts.invitation.button': 'Open my account',
  'mail.accounts.invitation.footer':
    'If you do not want it, leave this mail alone. We will not write again because of it.',

  'mail.accounts.reset.subject': 'Set a new password for {site}',
  'mail.accounts.reset.heading': 'Set a new password',
  'mail.accounts.reset.text':
    'Someone, we hope you, asked for a new password for your account on {site}. The button leads to a page where you set it. It works for one hour.',
  'mail.accounts.reset.button': 'Set a new password',
  'mail.accounts.reset.footer': 'If it was not you, leave this mail alone: your password stays as it is.',

  'mail.accounts.reset-unknown.subject': 'No account with this email on {site}',
  'mail.accounts.reset-unknown.heading': 'There is no account with this email',
  'mail.accounts.reset-unknown.text':
    'Someone, we hope you, asked for a new password on {site}, but this email has no account there. Perhaps you used another address; or you can open an account now.',
  'mail.accounts.reset-unknown.button': 'Open an account',
  'mail.accounts.reset-unknown.footer':
    'If it was not you, leave this mail alone: we have not kept your address.',

  'mail.accounts.password-changed.subject': 'Your password on {site} has been changed',
  'mail.accounts.password-changed.heading': 'Your password has been changed',
  'mail.accounts.password-changed.text':
    'The password of your account on {site} has just been changed. If that was you, all is well.',
  'mail.accounts.password-changed.button': 'It was not me: set a new password',
  'mail.accounts.password-changed.footer':
    'We write this each time a password changes, so that nobody can do it without you knowing.',

  'mail.accounts.email-change.subject': 'Confirm your new email for {site}',
  'mail.accounts.email-change.heading': 'Is this your new email?',
  'mail.accounts.email-change.text':
    'Someone, we hope you, asked to use this email for their account on {site}. The button leads to a page where you say yes. It works for 24 hours.',
  'mail.accounts.email-change.button': 'Use this email',
  'mail.accounts.email-change.footer': 'If it was not you, leave this mail alone: nothing happens.',

  'mail.accounts.email-taken.subject': 'This email already has an account on {site}',
  'mail.accounts.email-taken.heading': 'This email already has an account',
  'mail.accounts.email-taken.text':
    'Someone, perhaps you, asked to use this email for another account on {site}. It has an account of its own there, so nothing has changed. To use it for the other one, delete the account it has first.',
  'mail.accounts.email-taken.footer': 'If it was not you, there is nothing to do.',

  'mail.accounts.email-moving.subject': 'Your account on {site} is to get another email',
  'mail.accounts.email-moving.heading': 'Your account is to get another email',
  'mail.accounts.email-moving.text':
    'Someone who is signed in to your account on {site} asked to use {email} from now on. That happens once the link sent there is opened. If it was not you, change your password now: that stops it.',
  'mail.accounts.email-moving.button': 'Go to my account',
  'mail.accounts.email-moving.footer': 'If it was you, there is nothing to do here.',

  'mail.accounts.suspended.subject': 'Your account at {site} is suspended',
  'mail.accounts.suspended.heading': 'Your account is suspended',
  'mail.accounts.suspended.text':
    'A steward of {site} has suspended your account, so you cannot sign in for now. They gave this reason: {reason}',
  'mail.accounts.suspended.footer':
    'Nothing of yours was deleted. If you think this is wrong, write to the stewards of the site.',
  'mail.accounts.suspension-lifted.subject': 'Your account at {site} is open again',
  'mail.accounts.suspension-lifted.heading': 'You can sign in again',
  'mail.accounts.suspension-lifted.text': 'A steward of {site} has lifted the suspension of your account.',
  'mail.accounts.suspension-lifted.button': 'Sign in',
  'mail.accounts.suspension-lifted.footer': 'Your password is still the same.',
  'mail.accounts.reset-suspended.subject': 'No new password for now',
  'mail.accounts.reset-suspended.heading': 'Your account is suspended',
  'mail.accounts.reset-suspended.text':
    'Someone asked for a new password for your account at {site}. The account is suspended, so none can be set. An earlier mail says why.',
  'mail.accounts.reset-suspended.footer': 'If it was not you, there is nothing to do.',
  'mail.accounts.deleted.subject': 'Your account on {site} is deleted',
  'mail.accounts.deleted.heading': 'Your account is deleted',
  'mail.accounts.deleted.text':
    'Your account on {site} has been deleted as you asked, with your memberships and sessions. What you gave a group when signing or coming stays with that group until you ask it to erase it.',
  'mail.accounts.deleted.footer': 'This is the last mail about it.',
  'accounts.own.openings': 'Letters to you that were opened',
  'accounts.own.openings.intro':
    'Whoever looks after the site can open mail that has not gone out. Each time stands here, for three months.',
  'accounts.own.openings.words': '{name} opened a letter of {written}, without its links, on {opened}.',
  'accounts.own.openings.links':
    '{name} opened a letter of {written} with its links on {opened}, to hand them on.',
  'accounts.own.openings.gone': 'Somebody whose account is gone',
  'accounts.open.rules': 'Whoever opens an account keeps to',
  'accounts.open.rules.link': 'the rules of this site',
} as const;
