import type { Verb } from './verb.ts';
import { backup } from './verbs/backup.ts';
import { restore } from './verbs/restore.ts';
import { setupLink } from './verbs/setup-link.ts';
import { upgrade } from './verbs/upgrade.ts';

/** Everything that `groundwork` can do, in the order of its help. */
export const verbs: Record<string, Verb> = { backup, restore, upgrade, 'setup-link': setupLink };
