import { sql } from 'drizzle-orm';
import { contextFor } from '../../context.ts';
import { mailings } from '../../mailings/tables.ts';
import { noteHistory } from '../../people/actions.ts';
import { aPerson } from '../../people/fixtures.ts';
import { personHistory } from '../../people/tables.ts';
import { aWriter } from '../fixtures.ts';
import type { CompositionResults } from './contract.ts';
import { compositionReceivers } from '../tables.ts';
import { compositionResults } from './tables.ts';

type Did = Parameters<typeof noteHistory>[1]['kind'];

/** A writer with so many who agreed to mail, and what they do. */
export async function aCrowd(count: number) {
  const writer = await aWriter();
  const { site, group, send, wait, asOrganizer } = writer;
  const crowd = [];
  for (let n = 0; n < count; n++) crowd.push(await aPerson(site, group, { isSubscribed: true }));
  const sendOut = async (mailing: string, asked: object = {}) => {
    const sent = await send(mailing, { count, ...asked });
    if (sent.status !== 204) throw new Error(JSON.stringify(sent.body));
    await wait();
  };
  /** Those whom the lot left out, or who got a variant: their ids. */
  const drawn = async (variant: 'a' | 'b' | null) => {
    const rows = await site.db
      .select({ id: compositionReceivers.personId })
      .from(compositionReceivers)
      .where(sql`${compositionReceivers.variant} is not distinct from ${variant}`);
    return rows.map(({ id }) => id);
  };
  const did = (personIds: string[], kind: Did, subjectId?: string) =>
    contextFor(site.house).change(async (tx) => {
      for (const personId of personIds)
        noteHistory(tx, { personId, groupId: group.id, kind, ...(subjectId && { subjectId }) });
    });
  const results = async (mailing: string): Promise<CompositionResults> =>
    (await asOrganizer.get(`${mailing}/results`)).body as CompositionResults;
  /** All of that was days ago, its days are over, and what came of it is kept. */
  const end = async (sentCount = count) => {
    const ago = sql`interval '10 days'`;
    await site.db.update(compositionResults).set({
      since: sql`${compositionResults.since} - ${ago}`,
      until: sql`${compositionResults.until} - ${ago}`,
    });
    await site.db.update(personHistory).set({ at: sql`${personHistory.at} - ${ago}` });
    await site.db.update(mailings).set({ state: 'sent', dueAt: null, endedAt: sql`now()`, sentCount });
    await site.sweep('compositions.keep-results');
  };
  return { ...writer, crowd, sendOut, drawn, did, results, end };
}
