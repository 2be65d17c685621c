import type { Queryable } from '@groundwork/database';
import { getTableColumns, sql } from 'drizzle-orm';
import type { House } from '../context.ts';
import type { Audience } from './audience.ts';
import type { Content, MailingKind, Silence } from './content.ts';
import { mailings } from './tables.ts';

/** The audiences and the kinds of mailings of the features above. `batchSize` is for tests. */
export type MailingRegistry = { audiences: Audience[]; kinds: MailingKind[]; batchSize?: number };

/** The columns of a mailing that `readMailing` asks for. */
export const underway = {
  ...getTableColumns(mailings),
  mayWrite: sql<boolean>`group_may_write(${mailings.groupId})`,
};
type Underway = typeof mailings.$inferSelect & { mayWrite: boolean };

/** What a mailing tells now, and to whom. A group that may write to nobody tells nothing as long as that lasts. */
export async function readMailing(
  house: House,
  db: Queryable,
  { kinds, audiences }: MailingRegistry,
  mailing: Underway,
): Promise<{ content: Content | Silence; audience: Audience }> {
  const audience = named(audiences, mailing.audience.kind);
  const kind = kindOf({ kinds }, mailing);
  return { audience, content: mailing.mayWrite ? await kind.read(house, db, mailing) : 'hidden' };
}

/** Whether a mailing has nothing to tell now, and to whom it goes. */
export async function readSilence(
  house: House,
  db: Queryable,
  known: MailingRegistry,
  mailing: Underway,
): Promise<{ silence: Silence | null; audience: Audience }> {
  const kind = kindOf(known, mailing);
  if (!kind.findSilence) {
    const { content, audience } = await readMailing(house, db, known, mailing);
    return { audience, silence: typeof content === 'string' ? content : null };
  }
  const audience = named(known.audiences, mailing.audience.kind);
  return { audience, silence: mailing.mayWrite ? await kind.findSilence(db, mailing) : 'hidden' };
}

/** What a mailing tells, by its kind. */
export function kindOf({ kinds }: Pick<MailingRegistry, 'kinds'>, { kind }: { kind: string }): MailingKind {
  return named(kinds, kind);
}

function named<Thing extends { kind: string }>(things: Thing[], kind: string): Thing {
  const thing = things.find((one) => one.kind === kind);
  if (!thing) throw new Error(`no mailing knows of ${kind}`);
  return thing;
}
