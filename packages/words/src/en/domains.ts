/** Mail under a group's own domain. */
export const domains = {
  'groups.domain.title': 'Mail under your own domain: {group}',
  'groups.domain.link': 'Mail under your own domain',
  'groups.domain.intro':
    'Mail of your group goes out in its name from {address}, which is the site’s. Where your group holds a domain, it can come from an address of its own instead: people see who writes, and the good name that your letters earn stays yours when you move on.',
  'groups.domain.who':
    'Confirmations to people who have not proven their address yet still come from the site.',
  'groups.domain.empty':
    'No domain is entered yet. You need one, such as eastside.example, and somebody who may change its DNS.',
  'groups.domain.field': 'Your domain',
  'groups.domain.field.hint': 'Such as eastside.example, without www.',
  'groups.domain.local-part': 'Name before the @',
  'groups.domain.local-part.hint':
    'Such as hello. See that somebody reads what comes to that address: answers go there, unless your settings name another.',
  'groups.domain.enter': 'Go on to the record',
  'groups.domain.change': 'Change the address or the domain',
  'groups.domain.change.text':
    'Another name before the @ holds at once. Another domain gets a record of its own, and mail goes out from the site’s address until that is there.',
  'groups.domain.entered': 'The address is entered. Now set the record below.',
  'groups.domain.removed':
    'The domain is removed. Mail goes out from the site’s address again. Take the record out of its DNS as well.',
  'groups.domain.looked': 'We have looked in the DNS just now.',
  'groups.domain.state.proven': 'Mail goes out as {address}.',
  'groups.domain.state.entered':
    'Mail does not go out as {address} yet: the record below has to be there first.',
  'groups.domain.state.lost':
    'The record of {domain} was gone at two looks, an hour apart. Until it is back, mail goes out from the site’s address. Set the record below again.',
  'groups.domain.found.here': 'The record is there, with the right key. Looked at {date}.',
  'groups.domain.found.missing':
    'There is no record at that name. A change may take an hour to be known everywhere. Looked at {date}.',
  'groups.domain.found.other':
    'There is a record at that name, and it is another than the one below: put in the value as it is, whole. Looked at {date}.',
  'groups.domain.found.several':
    'There are several records at that name. Leave only the one below, else receivers may take any. Looked at {date}.',
  'groups.domain.found.unreachable':
    'The DNS did not answer, so we cannot tell. Try again in a while. Looked at {date}.',
  'groups.domain.found.held':
    'The record is there. Another group of this site already writes from {domain}, and a domain is used by one group at a time.',
  'groups.domain.record': 'The record to set',
  'groups.domain.record.shown': 'See the record again',
  'groups.domain.record.text':
    'Where the DNS of {domain} is kept, add one TXT record. With it you tell receivers that what we sign is yours.',
  'groups.domain.record.name': 'Name',
  'groups.domain.record.name.hint': 'Many providers add the domain by themselves. Then type only {name}',
  'groups.domain.record.type': 'Type',
  'groups.domain.record.value': 'Value',
  'groups.domain.record.value.hint': 'One line without breaks. Select all of it and copy it.',
  'groups.domain.record.split': 'If your provider takes no more than 255 letters',
  'groups.domain.record.split.text':
    'Put the value in as two texts, in this order, each between quotation marks. Together they are one record.',
  'groups.domain.advice': 'SPF and DMARC',
  'groups.domain.advice.spf':
    'SPF needs no change: what servers return goes to the site, and receivers ask its domain.',
  'groups.domain.advice.dmarc':
    'DMARC is good to have, as large providers ask for it. If {domain} has no record at the following name yet, add this one, a TXT record too:',
  'groups.domain.look': 'Look again',
  'groups.domain.remove': 'Remove the domain',
  'groups.domain.remove.text':
    'Mail of your group goes out from the site’s address again, at once. The key is destroyed: for the same domain you would set a new record later.',
  'error.groups.domain-form': 'This is not a domain. Write it like eastside.example.',
  'error.groups.domain-suffix':
    'Under {domain} everybody gets a name. Enter the one that is yours, such as eastside.{domain}.',
  'error.groups.domain-own':
    '{domain} belongs to this site or lies under its name. Enter a domain that your group holds.',
  'error.groups.domain-local-part':
    'Use small Latin letters and digits, with single dots or hyphens between, such as hello or eastside-news.',
  'error.groups.domain-held':
    'The record is there, but another group of this site already writes from this domain. A domain is used by one group at a time.',
  'mail.groups.domain-lost.subject': 'The mail record of {domain} is gone',
  'mail.groups.domain-lost.heading': 'Your domain lost its record',
  'mail.groups.domain-lost.text':
    '{group} writes from {domain}. The record by which receivers know that is gone from its DNS, or is another one: we have looked twice, an hour apart. So that your mail goes on arriving, it goes out from the address of {site} now. Set the record again, as the page says. When it is back, your own address is used again by itself.',
  'mail.groups.domain-lost.button': 'See the record to set',
  'mail.groups.domain-back.subject': 'Mail goes out from {domain} again',
  'mail.groups.domain-back.heading': 'The record is back',
  'mail.groups.domain-back.text':
    'The record of {domain} is there again. From now on mail of {group} goes out from its own address.',
  'mail.groups.domain-back.button': 'See how it stands',
  'compositions.check.own-sender': 'It goes out as {address}.',
  'compositions.check.own-sender-missed':
    'The last look at the DNS did not find the record of {domain}. If the next one does not either, it goes out from the site’s address.',
  'compositions.check.own-sender-lost':
    '{domain} lost its record. It goes out from {address} until that is back: your group’s settings say what to do.',
};
