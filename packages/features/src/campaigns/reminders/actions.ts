import { sql } from 'drizzle-orm';
import type { Language } from '@groundwork/words';
import type { Context } from '../../context.ts';
import { Conflict } from '../../errors.ts';
import { note } from '../../journal.ts';
import { tell } from '../../notices/actions.ts';
import { permitCampaignDeed } from '../actions.ts';
import { findCampaign } from '../queries.ts';
import { signatures } from '../signatures/tables.ts';
import { countToRemind, findReminding, toRemind } from './queries.ts';

/** Has everybody reminded who signed and never pressed the link in their mail: each once, and never again. */
export async function askForReminders(ctx: Context, slug: string): Promise<void> {
  const campaign = await findCampaign(ctx, slug);
  permitCampaignDeed('remind', campaign);
  await ctx.change(async (tx) => {
    const { rows } = await tx.execute<{ due: number }>(
      sql`select ${countToRemind(sql`${campaign.id}::uuid`)} as due`,
    );
    if (!rows[0]?.due) throw new Conflict('campaigns.nobody-to-remind');
    note(tx, ctx, 'campaigns.reminders-asked', campaign);
  });
}

/** Reminds them, some at a time. Safe to do twice. */
export async function remindUnconfirmed(ctx: Context, campaignId: string | null): Promise<void> {
  if (campaignId === null) return;
  while ((await remindBatch(ctx, campaignId)) === BATCH);
}

/** Small enough that nobody waits for its locks. */
const BATCH = 200;

type Due = { id: string; email: string; language: Language };

function remindBatch(ctx: Context, campaignId: string): Promise<number> {
  return ctx.change(async (tx) => {
    const about = await findReminding(tx, campaignId);
    if (!about) return 0;
    const { rows } = await tx.execute<Due>(sql`
      update ${signatures} reminded set reminded_at = now(), mailed_at = now() from (
        select unsure.id, signer.email, signer.language
        from ${toRemind(sql`${campaignId}::uuid`)} order by unsure.id limit ${BATCH} for update of unsure skip locked
      ) due where reminded.id = due.id returning reminded.id, due.email, due.language`);
    const notices = rows.map(({ id, email, language }) => ({
      ...{ to: { typed: 'form' as const, email, language }, about, signatureId: id, email },
    }));
    await tell(tx, ctx, 'campaigns.signature-reminder', ...notices);
    return rows.length;
  });
}
