import type { consents } from '../tables.ts';

/** How much of a group's letters to many somebody wants, as long as they said yes to them. All null: all of them. */
export type MailPreference = Pick<typeof consents.$inferSelect, 'pace' | 'onlyAbout'>;

/** So many campaigns one can choose. */
export const MOST_CAMPAIGNS = 200;

/** Of two preferences of one human, what neither of them goes beyond; null: nothing is left that both want. */
export function narrowerPreference(one: MailPreference, other: MailPreference): MailPreference | null {
  const pace = one.pace ?? other.pace;
  if (one.onlyAbout === null || other.onlyAbout === null)
    return { pace, onlyAbout: one.onlyAbout ?? other.onlyAbout };
  const wanted = new Set(other.onlyAbout.map(({ id }) => id));
  const onlyAbout = one.onlyAbout.filter(({ id }) => wanted.has(id));
  return onlyAbout.length === 0 ? null : { pace, onlyAbout };
}
