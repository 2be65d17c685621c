import { NotFound } from '../../errors.ts';
import type { ReadContext } from '../../groups/queries.ts';
import type { Reported, Subject } from '../../subject.ts';
import type { SubjectKind } from '../contract.ts';

export type ReportedSubject = Required<Omit<Reported, 'channelId'>> & {
  kind: SubjectKind;
  channelId: string | null;
};

/** Any thing one can link to and report, as its viewer sees it; what they may not see is NotFound, like everywhere. */
export async function findReported(
  asker: ReadContext,
  subjects: Subject[],
  { kind, key }: { kind: SubjectKind; key: string },
): Promise<ReportedSubject> {
  const reported = subjects.find((subject) => subject.kind === kind)?.reported;
  // An id that is none would be refused by the database, as a fault of ours.
  if (!reported || (reported.by === 'id' && !UUID.test(key))) throw new NotFound('subject');
  const found = await reported.find(asker, key);
  const isMine = asker.viewer.signedIn && found.authorId === asker.viewer.id;
  return { ...USUAL, isMine, ...found, kind };
}

/** What most things are, and say nothing of. */
const USUAL = { channelId: null, authorName: null, isOfGroup: false, decidedBy: 'moderators' } as const;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
