import type { SessionView } from '@groundwork/features/accounts/contract';

/** Whoever is signed in and asking. */
export type Viewer = NonNullable<SessionView['viewer']>;
/** What anyone may know about this site. */
export type Site = SessionView['site'];
