import { Type } from 'typebox';
import { deed, defineRoutes } from '../../http.ts';
import { allowed } from '../../policy.ts';
import type { Subject } from '../../subject.ts';
import { reportSubject } from '../actions.ts';
import { NewReport } from '../contract.ts';
import { SubjectKind, SubjectView } from './contract.ts';
import { subjectPolicy } from './policy.ts';
import { findReported, type ReportedSubject } from './queries.ts';
import { LONGEST_SLUG } from '../../slugs.ts';

const ONE = {
  who: 'anyone',
  params: { kind: SubjectKind, key: Type.String({ maxLength: LONGEST_SLUG }) },
} as const;
/** A coalition may sit behind one address, and nobody reports by the dozen. */
const SELDOM = { name: 'report', count: 20, minutes: 60, strangers: 10 };

export const subjectRoutes = (subjects: Subject[]) =>
  defineRoutes({
    'GET /subjects/:kind/:key': deed({ ...ONE, answers: SubjectView }, async (ctx, { params }) =>
      view(await findReported(ctx, subjects, params)),
    ),
    'PUT /subjects/:kind/:key/report': deed(
      { ...ONE, limit: SELDOM, body: NewReport },
      (ctx, { params, body }) => reportSubject(ctx, subjects, { ...params, ...body }),
    ),
  });

function view(subject: ReportedSubject): SubjectView {
  const { kind, key, title, url: address, group, authorName, words, decidedBy } = subject;
  return {
    ...{ kind, key, title, address, authorName, decidedBy },
    group: { slug: group.slug, name: group.name },
    words: words ?? '',
    can: allowed(subjectPolicy, subject),
  };
}
