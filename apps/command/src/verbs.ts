import type { Verb } from './verb.ts';
import { account } from './verbs/account.ts';
import { backup } from './verbs/backup.ts';
import { doctor } from './verbs/doctor.ts';
import { restore } from './verbs/restore.ts';
import { setupLink } from './verbs/setup-link.ts';
import { stats } from './verbs/stats.ts';
import { upgrade } from './verbs/upgrade.ts';

/** Everything that `groundwork` can do, in the order of its help. */
export const verbs: Record<string, Verb> = {
  doctor,
  backup,
  restore,
  upgrade,
  account,
  stats,
  'setup-link': setupLink,
};
