/** The ids of what is seeded, which figures and seeds agree on. They sort by their number, as UUIDv7 sort by time. */
export const kinds = {
  account: 1,
  group: 2,
  campaign: 3,
  channel: 4,
  event: 5,
  person: 6,
  message: 7,
  signature: 8,
  rsvp: 9,
  history: 10,
  session: 11,
  link: 12,
} as const;

/** The id of the `n`th of a kind, from 1. */
export function idOf(kind: keyof typeof kinds, n: number): string {
  return `01900000-0000-7${hex(kinds[kind], 3)}-8000-${hex(n, 12)}`;
}

/** The same in SQL, where `n` is an expression. */
export function sqlIdOf(kind: keyof typeof kinds, n: string): string {
  return `('01900000-0000-7${hex(kinds[kind], 3)}-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
}

/** The cookie of the `n`th account, from 1; the first one is the group's steward, and the site's. */
export function cookieOf(n: number): string {
  return `session=${tokenOf(n)}`;
}

function tokenOf(n: number): string {
  return `bench-session-${n}`;
}

export const ACCOUNTS = 1_000;
export const GROUP = 'group-1';
export const CAMPAIGN = 'more-buses';
export const COALITION = 'all-of-us';

function hex(value: number, length: number) {
  return value.toString(16).padStart(length, '0');
}
