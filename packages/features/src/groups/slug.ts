import { randomBytes } from 'node:crypto';

/** The longest stem: leaves room for a number or a secret behind it within the 60 that a slug may have. */
const LONGEST = 44;

/**
 * Addresses to try for a name, best first. A group that is not public gets one that nobody can guess: neither does
 * its name lead there, nor does another group of that name learn, by being numbered, that it exists.
 */
export function slugsFor(name: string, isPublic: boolean): string[] {
  const stem = stemOf(name);
  if (!isPublic) return [`${stem || 'group'}-${secret()}`];
  if (stem === '') return [`group-${secret()}`];
  const plain = stem === 'new' ? [] : [stem];
  return [...plain, ...[2, 3, 4, 5].map((number) => `${stem}-${number}`), `${stem}-${secret()}`];
}

function stemOf(name: string) {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replaceAll(/^-|-$/g, '');
}

function secret() {
  return randomBytes(5).toString('hex');
}
