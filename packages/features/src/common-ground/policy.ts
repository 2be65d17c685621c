import { may, type Carrier } from '../groups/responsibilities.ts';
import type { Policy } from '../policy.ts';

/** What is between a coalition's campaigns is for those who publish: in it, or (sight.ts) for a group of it. */
export const commonGroundPolicy = { see: (coalition) => may(coalition, 'publish') } satisfies Policy<Carrier>;
