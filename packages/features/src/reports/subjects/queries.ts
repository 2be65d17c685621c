import { NotFound } from '../../errors.ts';
import type { Asker } from '../../groups/queries.ts';
import type { SubjectKind } from './contract.ts';
import { findMessageSubject } from './messages.ts';
import type { Subject } from './subject.ts';

/** Any thing one can link to, as its viewer sees it; what they may not see is NotFound, like everywhere. */
export async function findSubject(asker: Asker, kind: SubjectKind, key: string): Promise<Subject> {
  const finder = finders[kind];
  // An id that is none would be refused by the database, as a fault of ours.
  if (!finder || (BY_ID.includes(kind) && !UUID.test(key))) throw new NotFound('subject');
  return finder(asker, key);
}

const BY_ID: SubjectKind[] = ['message', 'comment'];
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const finders: Partial<Record<SubjectKind, (asker: Asker, key: string) => Promise<Subject>>> = {
  message: findMessageSubject,
};
