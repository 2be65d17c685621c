import { Type } from 'typebox';
import { deed, defineRoutes } from '../../http.ts';
import type { Subject } from '../../subject.ts';
import { NewReport, SubjectKind } from '../contract.ts';
import { SubjectView } from './contract.ts';
import { reportSubject } from './actions.ts';
import { findReported } from './queries.ts';
import { subjectView } from './views.ts';
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
      subjectView(await findReported(ctx, subjects, params)),
    ),
    'PUT /subjects/:kind/:key/report': deed(
      { ...ONE, limit: SELDOM, body: NewReport },
      (ctx, { params, body }) => reportSubject(ctx, subjects, { ...params, ...body }),
    ),
  });
