import type { SeenGroup } from '../groups/queries.ts';
import { may } from '../groups/responsibilities.ts';
import { unlessFrozen, type Policy } from '../policy.ts';

type Situation = Pick<SeenGroup, 'myRole' | 'carried' | 'isFrozen'>;

/** How a group speaks to its own people, and who may for it. */
export const greetingPolicy = {
  read: ({ myRole }) => myRole !== null,
  /** Sees how many read what was said to all, and takes it back. */
  answerFor: (group) => may(group, 'publish'),
  seeNewcomers: (group) => may(group, 'manage_members'),
  seeGreeting: (group) => may(group, 'manage_group'),
  ...unlessFrozen({
    announce: (group) => may(group, 'publish'),
    greet: (group) => may(group, 'manage_group'),
  } satisfies Policy<Situation>),
} satisfies Policy<Situation>;
