import { unlessFrozen, type Policy } from '../../policy.ts';
import type { SeenAsk } from './queries.ts';

type Situation = Pick<SeenAsk, 'isOwn' | 'isFrozen'>;

/** Each group changes what it wrote itself. */
export const askPolicy = unlessFrozen({
  change: ({ isOwn }) => isOwn,
} satisfies Policy<Situation>);
