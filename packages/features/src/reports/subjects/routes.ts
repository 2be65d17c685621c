import { Type } from 'typebox';
import type { Door } from '../../http.ts';
import { allowed } from '../../policy.ts';
import type { Subject } from '../../subject.ts';
import { reportSubject } from '../actions.ts';
import { NewReport } from '../contract.ts';
import { SubjectKind, SubjectView } from './contract.ts';
import { subjectPolicy } from './policy.ts';
import { findReported, type ReportedSubject } from './queries.ts';

const OneSubject = Type.Object({ kind: SubjectKind, key: Type.String({ maxLength: 80 }) });
/** A coalition may sit behind one address, and nobody reports by the dozen. */
const SELDOM = { name: 'report', count: 20, minutes: 60, strangers: 10 };

export function subjectRoutes(app: Door, subjects: Subject[]): void {
  app.get(
    '/subjects/:kind/:key',
    { config: { who: 'anyone' }, schema: { params: OneSubject, response: { 200: SubjectView } } },
    async ({ ctx, params }) => view(await findReported(ctx, subjects, params)),
  );

  app.put(
    '/subjects/:kind/:key/report',
    { config: { who: 'anyone', limit: SELDOM }, schema: { params: OneSubject, body: NewReport } },
    async ({ ctx, params, body }, reply) => {
      await reportSubject(ctx, subjects, { ...params, ...body });
      return reply.code(204).send();
    },
  );
}

function view(subject: ReportedSubject): SubjectView {
  const { kind, key, title, url: address, group, authorName, words, decidedBy } = subject;
  return {
    ...{ kind, key, title, address, authorName, decidedBy },
    group: { slug: group.slug, name: group.name },
    words: words ?? '',
    can: allowed(subjectPolicy, subject),
  };
}
