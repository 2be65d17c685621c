import type { Policy } from '../../policy.ts';
import type { ReportedSubject } from './queries.ts';

/** What may be done about a thing by who sees it. */
export const subjectPolicy = {
  report: ({ isMine, words }) => !isMine && words !== null,
} satisfies Policy<ReportedSubject>;
