import { unlessFrozen, type Policy } from '../../policy.ts';
import type { SeenGroup } from '../queries.ts';
import { may } from '../responsibilities.ts';

/** From which domain a group writes is its stewards' to say, and nobody else learns what they tried. */
export const domainPolicy = {
  see: (group) => may(group, 'manage_group'),
  remove: (group) => may(group, 'manage_group'),
  ...unlessFrozen({
    enter: (group) => may(group, 'manage_group'),
    look: (group) => may(group, 'manage_group'),
  } satisfies Policy<SeenGroup>),
} satisfies Policy<SeenGroup>;
