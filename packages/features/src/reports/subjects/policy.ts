import type { Policy } from '../../policy.ts';
import type { Subject } from './subject.ts';

/** What may be done about a thing by who sees it. */
export const subjectPolicy = {
  report: ({ isMine, words }) => !isMine && words !== null,
} satisfies Policy<Subject>;
