import type { Break } from './break.ts';
import { ends } from './ends.ts';
import { lines } from './lines.ts';
import { pauses } from './pauses.ts';
import { servers } from './servers.ts';

/** Everything that is broken, in this order. */
export const breaks: Break[] = [...ends, ...pauses, ...lines, ...servers];
