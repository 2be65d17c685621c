import { page } from '$app/state';

/**
 * The address of a deed of this page that keeps what the page was asked for, such as a search: so a refused form comes back
 * among the same rows. For forms beside something that was sought.
 */
export function deedHere(name: string): string {
  const kept = [...page.url.searchParams].filter(([key]) => !key.startsWith('/'));
  return ['?/' + name, ...(kept.length > 0 ? [new URLSearchParams(kept).toString()] : [])].join('&');
}
