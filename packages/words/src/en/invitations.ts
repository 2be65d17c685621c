/** Invitations by mail: the form, what comes of it, the mail, and the page that all invitations lead to. */
export const invitations = {
  'groups.mailed.title': 'Invite by mail',
  'groups.mailed.intro':
    'Each person gets one mail with a link of their own. It opens their account, or lets them sign in, and they are in. It works for two weeks.',
  'groups.mailed.addresses': 'Addresses',
  'groups.mailed.addresses.hint':
    'Paste them as you have them: on lines, or with commas; names may stand beside them. Up to 200 at once.',
  'groups.mailed.role': 'They come in as',
  'groups.mailed.role.hint': 'You can make somebody a steward once they are in.',
  'groups.mailed.language': 'Language of the mail',
  'groups.mailed.do': 'Send the invitations',
  'groups.mailed.unvouched':
    'Until a steward of the site has vouched for this group, it writes to nobody outside of it. Links work already.',
  'groups.mailed.invited':
    '{count, plural, =0 {No invitation went out.} one {One invitation is on its way.} other {# invitations are on their way.}}',
  'groups.mailed.members': 'Already in the group, and not written to: {list}',
  'groups.mailed.waiting': 'Already invited: {list}. You can send it again below.',
  'groups.mailed.banned': 'Banned from this group, and not written to: {list}',
  'groups.mailed.unreadable': 'Not an address, and still in the form to correct: {list}',
  'groups.mailed.list.title': 'Invited, and not here yet',
  'groups.mailed.again': 'Send again',
  'groups.mailed.take-back': 'Take back',
  'groups.mailed.sent-again':
    'The invitation is on its way again. The link of the mail before opens nothing any more.',
  'groups.mailed.taken-back': 'The invitation opens nothing any more.',
  'groups.invitation.for': 'This invitation is for {email}.',
  'groups.invitation.as': 'You come in as: {role}. {hint}',
  'groups.invitation.other': 'You are signed in as {own}. With this account you come in too.',
  'groups.invitation.other-role':
    'It makes {email} an organizer. You are signed in as {own}: with this account you come in as a member, and the invitation is used up. To come in as an organizer, sign out and open it again.',
  'groups.invitation.new.title': 'I am new on {site}',
  'groups.invitation.new.mailed':
    'Say what you are called and choose a password. Your account is for {email}.',
  'groups.invitation.new.link':
    'We send a mail to your address. Its button opens your account, and you are in.',
  'groups.invitation.new.do': 'Open my account and join',
  'groups.invitation.new.ask': 'Open an account',
  'groups.invitation.known.title': 'I have an account here',
  'groups.invitation.known.do': 'Sign in and join',
  'accounts.intent.groups.join': 'Once you are signed in, you are in the group: you need not press again.',
  'accounts.intent.groups.ask':
    'Once you are signed in, the group is asked to let you in: you need not press again.',
  'accounts.intent.groups.accept':
    'Once you are signed in, you are in the group that invited you: you need not press again.',
  'accounts.intent.events.rsvp':
    'Once you are signed in, the event knows that you come: you need not press again.',
  'events.rsvp.sign-in': 'I am a member: sign in and come',
  'error.groups.too-many-addresses': 'That is more than {most} addresses at once. Send them in parts.',
  'error.groups.invite-unvouched':
    'Until a steward of the site has vouched for this group, it writes to nobody outside of it.',
  'error.groups.invitation-opens-no-account':
    'This invitation lets in people who have an account here. It opens no new account for now.',
  'mail.groups.invited.subject': 'You are invited to {group}',
  'mail.groups.invited.heading': 'You are invited',
  'mail.groups.invited.text':
    '{group} invites you to organize together on {site}. The button leads to a page where you open your account, or sign in, and are in. It works until {date}.',
  'mail.groups.invited.button': 'See the invitation',
  'mail.groups.invited.footer':
    'A steward of {group} typed your address. If you do not want to join, there is nothing to do: it is forgotten a month after that day.',
} as const;
