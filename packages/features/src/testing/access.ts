import type { anAccount } from '../accounts/fixtures.ts';
import type { AGroup } from '../groups/fixtures.ts';
import type { RouteName } from '../routes.ts';
import type { TestSite } from '../testing.ts';

export type Account = Awaited<ReturnType<typeof anAccount>>;
export type Cast = Record<
  'newcomer' | 'member' | 'organizer' | 'steward' | 'outsider' | 'banned' | 'siteSteward',
  Account
>;

/** The values of params: by the word before them (`campaigns/:slug`), else by their names alone (`:personId`). */
export type Things = Record<string, string>;

/** How a route is asked besides by its path, as somebody who may would ask. `params`: other than the usual things. */
export type Ask = {
  params?: Record<string, string | undefined>;
  query?: string;
  body?: object | string;
  headers?: Record<string, string>;
};

/** What the access test has to know of a feature. */
export type Access<Routes> = {
  /**
   * What every route answers to every viewer. Eight columns:
   *
   *   stranger · account without groups · member · organizer · steward · member of another group · banned member ·
   *   site steward (who is in no group)
   *
   * One block: the same for public and private things. Two: at a public group's things | at a private group's.
   * Not visible is 404; visible but not allowed is 403; who is not signed in and must be gets 401 before anything is
   * looked up, so that it tells nothing. Routes held by a link answer whoever holds it.
   */
  expected: Record<keyof Routes & string, string>;
  /** Makes the feature's things in a group that everyone can still see. `things` are those of lower features. */
  furnish?(site: TestSite, ground: { group: AGroup; cast: Cast; things: Things }): Promise<Things>;
  asks?(things: Things): Partial<Record<RouteName, Ask>>;
};
