export const paces = {
  'mail.mailing-stopped.subject': '“{subject}” stopped by itself',
  'mail.mailing-stopped.addresses':
    'More than one in ten of the addresses that it went to so far are not there. Whoever writes to many such addresses is soon taken for a sender of spam, and then nobody gets the mail of {group}.',
  'mail.mailing-stopped.complaints':
    'Too many of those who got it so far called it spam. Providers of mailboxes soon turn such a sender away, and then nobody gets the mail of {group}.',
  'mail.mailing-stopped.next':
    'They are left out from now on. Look where the others are from; then go on with it, or leave it.',
  'mailings.stopped.addresses':
    'It stopped by itself: more than one in ten of its addresses so far are not there. Those are left out from now on. Look where this list is from before you go on: providers turn away who writes to old lists, and then nobody gets your mail.',
  'mailings.stopped.complaints':
    'It stopped by itself: too many of its readers called it spam. They get no more of your mail. Look whether the others asked for it before you go on.',
  'mailings.slowed':
    '{provider} takes {perMinute, number} a minute for now; {waiting, number} wait for that.',
  'mailings.slowed.rests': '{provider} takes nothing before {at}; {waiting, number} wait for that.',
  'mailings.slowed.server':
    'The mail server takes {perMinute, number} a minute for now; {waiting, number} wait for that.',
  'mailings.slowed.server.rests':
    'The mail server takes nothing before {at}; {waiting, number} wait for that.',
  'mailings.slowed.hint': 'It goes on by itself, and nothing is lost.',
  'mailings.stopped.title': 'It was stopped',
  'mailings.stopped.hint':
    'Put the text right below, if that was it. What goes on goes to those who do not have it yet.',
  'mailings.resume': 'Go on',
};
