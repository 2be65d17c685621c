import { domainToASCII } from 'node:url';

/** One company keeps the mailboxes of several domains, and counts what comes to all of them together. */
const PROVIDERS: [provider: string, domains: RegExp][] = [
  ['gmail.com', /^(gmail|googlemail)\.com$/],
  ['outlook.com', /^((hotmail|live|outlook)\.[a-z]{2,3}(\.[a-z]{2})?|msn\.com)$/],
  ['yahoo.com', /^((yahoo|ymail|rocketmail)\.[a-z]{2,3}(\.[a-z]{2})?|aol\.com)$/],
  ['icloud.com', /^(icloud|me|mac)\.com$/],
  ['proton.me', /^(proton\.me|pm\.me|protonmail\.(com|ch))$/],
  ['gmx.net', /^gmx\.[a-z]{2,3}$/],
];

/** Who keeps the mailbox of an address: its domain, as it stands in the DNS, or the one by which its keeper is known. */
export function providerOf(address: string): string {
  const typed = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  const domain = domainToASCII(typed) || typed;
  return PROVIDERS.find(([, domains]) => domains.test(domain))?.[0] ?? domain;
}
