import { NotFound } from '../../errors.ts';
import type { Asker } from '../../groups/queries.ts';
import type { SubjectKind } from './contract.ts';
import { findCampaignSubject } from './campaigns.ts';
import { findCommentSubject } from './comments.ts';
import { findEventSubject } from './events.ts';
import { findGroupSubject } from './groups.ts';
import { findMessageSubject } from './messages.ts';
import type { Subject } from './subject.ts';

/** Any thing one can link to, as its viewer sees it; what they may not see is NotFound, like everywhere. */
export async function findSubject(asker: Asker, kind: SubjectKind, key: string): Promise<Subject> {
  // An id that is none would be refused by the database, as a fault of ours.
  if (BY_ID.includes(kind) && !UUID.test(key)) throw new NotFound('subject');
  return finders[kind](asker, key);
}

const BY_ID: SubjectKind[] = ['message', 'comment'];
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const finders: Record<SubjectKind, (asker: Asker, key: string) => Promise<Subject>> = {
  message: findMessageSubject,
  comment: findCommentSubject,
  campaign: findCampaignSubject,
  event: findEventSubject,
  group: findGroupSubject,
};
