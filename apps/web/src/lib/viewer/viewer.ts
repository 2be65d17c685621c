import type { SessionView } from '@groundwork/features/accounts/contract';

/** Whoever is signed in and asking. */
export type PageViewer = NonNullable<SessionView['viewer']>;
/** What anyone may know about this site. */
export type PageSite = SessionView['site'];
