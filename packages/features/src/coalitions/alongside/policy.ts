import { may, type Carrier } from '../../groups/responsibilities.ts';
import type { Policy } from '../../policy.ts';

/** What came through each group is for those who publish for one of them. */
export const alongsidePolicy = {
  seeAlongside: (group) => may(group, 'publish'),
} satisfies Policy<Carrier>;
