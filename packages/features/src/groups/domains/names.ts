import { domainToASCII, domainToUnicode } from 'node:url';
import { addressOf } from '../../addresses.ts';

/** What a look at the DNS finds where our key should be. `unreachable`: nobody could tell. */
export const FINDINGS = ['here', 'missing', 'other', 'several', 'unreachable'] as const;
export type DomainFinding = (typeof FINDINGS)[number];

/** A domain as the DNS has it, and what stands before the @; in forms that PostgreSQL reads as well. */
export const DOMAIN_PATTERN = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;
export const LOCAL_PART_PATTERN = /^[a-z0-9]+([._+-][a-z0-9]+)*$/;

/** A domain as the DNS has it, however it was typed: with capitals, in any script, as an address or a link. Else null. */
export function domainNamed(typed: string): string | null {
  const [link = ''] = typed
    .trim()
    .replace(/^https?:\/\//i, '')
    .split(/[/?#]/, 1);
  const host = link.split('@').at(-1) ?? '';
  const address = addressOf(`name@${host}`);
  if (address === null) return null;
  const domain = domainToASCII(address.slice('name@'.length));
  return DOMAIN_PATTERN.test(domain) ? domain : null;
}

/** A domain as people read it. */
export function readableDomain(domain: string): string {
  return addressOf(`name@${domain}`)?.slice('name@'.length) ?? domainToUnicode(domain);
}

/** What stands before the @, or null where it is none. Letters of ASCII, since not every mail server takes others. */
export function localPartNamed(typed: string): string | null {
  const [before = ''] = typed.trim().toLowerCase().split('@', 1);
  return LOCAL_PART_PATTERN.test(before) ? before : null;
}

/**
 * Whether names under it are given out to everybody, as under `co.uk`. Nobody could prove one; this only says so sooner, and
 * so the usual ones are enough.
 */
export function isPublicSuffix(domain: string): boolean {
  return /^(ac|co|com|edu|go|gob|gouv|gov|gub|ltd|net|nom|ong|or|org|plc)\.[a-z]{2}$/.test(domain);
}

/** Whether it is that domain, or lies under it. */
export function liesWithin(domain: string, other: string): boolean {
  return domain === other || domain.endsWith(`.${other}`);
}
