import type { RouteName } from '@groundwork/features/routes';
import type { Account, Ways } from '../neighbourhood.ts';

/** One knock at a route: the path with real ids in it, and a body that would be accepted from someone who may. */
export type Knock = { path: string; body?: object | string; headers?: Record<string, string> };
export type Sealed = Record<'signature' | 'rsvp' | 'ownRecord' | 'subscription', string>;
/** What there is to knock at. */
export type Asked = {
  ways: Ways;
  sealed: Sealed;
  siteId: { invitation: string; mail: string };
  bannedId: string;
  viewer: Account | null;
};
/** At every route: one that is missing or misspelt does not compile. */
export type Knocks = Record<RouteName, (asked: Asked) => Knock>;
