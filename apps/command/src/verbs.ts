import type { Verb } from './verb.ts';
import { setupLink } from './verbs/setup-link.ts';

/** Everything that `groundwork` can do, in the order of its help. */
export const verbs: Record<string, Verb> = { 'setup-link': setupLink };
