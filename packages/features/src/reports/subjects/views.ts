import { allowed } from '../../policy.ts';
import type { SubjectView } from './contract.ts';
import { subjectPolicy } from './policy.ts';
import type { ReportedSubject } from './queries.ts';

/** A thing one can link to and report, as it leaves. */
export function subjectView(subject: ReportedSubject): SubjectView {
  const { kind, key, title, url: address, group, authorName, words, decidedBy } = subject;
  return {
    ...{ kind, key, title, address, authorName, decidedBy },
    group: { slug: group.slug, name: group.name },
    words: words ?? '',
    can: allowed(subjectPolicy, subject),
  };
}
