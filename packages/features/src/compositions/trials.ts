import { newId } from '@groundwork/database';
import { eq, sql } from 'drizzle-orm';
import { writesForSome } from '../campaigns/coordinators/queries.ts';
import type { Context } from '../context.ts';
import { Conflict, Invalid, NotFound } from '../errors.ts';
import { findGroup } from '../groups/queries.ts';
import { note } from '../journal.ts';
import { spendQuota } from '../limits/making.ts';
import { tell } from '../notices/actions.ts';
import { changeComposition, type CompositionPlace } from './changing.ts';
import { findColleagues } from './colleagues.ts';
import type { TrialInput } from './contract.ts';
import { readComposed } from './letters.ts';
import { sampleLetter } from './previews.ts';
import { mailingsPolicy } from './policy.ts';
import { compositions } from './tables.ts';

/** Those of a group who may write its mailings, by name; for them, and for whoever writes those of one campaign. */
export async function listColleagues(ctx: Context, slug: string) {
  const group = await findGroup(ctx, slug);
  if (!mailingsPolicy.see(group) && !(await writesForSome(ctx, group.id))) throw new NotFound('mailings');
  const rows = await findColleagues(ctx.db, { groupId: group.id });
  return rows.map(({ id, name }) => ({ id, name }));
}

/** Sends it as it is now to the viewer, or to colleagues, and to nobody else. */
export async function tryComposition(
  ctx: Context,
  place: CompositionPlace,
  { language, variant = 'a', to }: TrialInput,
): Promise<void> {
  await changeComposition(ctx, place, 'write', async (tx, { id, groupId, campaignId }) => {
    const composed = await readComposed(ctx, tx, id);
    if (!composed || composed.texts.length === 0) throw new Conflict('compositions.no-text');
    const ids = to?.length ? to : [ctx.viewer.id];
    const found = await findColleagues(tx, { groupId, campaignId, ids });
    if (found.length < new Set(ids).size)
      throw new Invalid([{ name: 'to', code: 'compositions.no-colleague' }]);
    await spendQuota(ctx, tx, { 'mailing-trials': found.length }, groupId);
    const trialId = newId();
    const notices = found.map(({ id: account, email, name }) => ({
      to: { account, email, language },
      ...{
        about: { id, groupId },
        trialId,
        sample: sampleLetter(ctx, { composed, variant, language, name }),
      },
    }));
    await tell(tx, ctx, 'compositions.trial', ...notices);
    await tx
      .update(compositions)
      .set({ triedAt: sql`now()` })
      .where(eq(compositions.id, id));
    note(tx, ctx, 'compositions.tried', { groupId, id }, { count: found.length });
  });
}
