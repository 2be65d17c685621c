import { brief, type KindsOf } from '../kinds.ts';

export const linkEntries = { 'links.made': brief() } satisfies KindsOf<'links'>;
