import { newCode } from '../links/codes.ts';

/** The word for a campaign's address: its title in Latin letters without marks, or a code when nothing is left. */
export function slugFor(title: string): string {
  const slug = title
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-|-$/g, '');
  return slug === '' ? newCode() : slug;
}

/** The same address with an ending nobody guesses. */
export function obscured(slug: string): string {
  return `${slug}-${newCode()}`;
}
