import { say } from '@groundwork/words';
import { and, exists, inArray, isNull, lt, not, or, sql } from 'drizzle-orm';
import { isSuspended } from '../../accounts/suspensions/queries.ts';
import { accounts, siteStewards } from '../../accounts/tables.ts';
import type { Context } from '../../context.ts';
import { groups } from '../../groups/tables.ts';
import { promiseMails } from '../../outbox/actions.ts';
import { findSite } from '../../site/queries.ts';

/**
 * Tells the site's stewards that groups wait for a word of theirs: each once a day at most, and only when one came since
 * they were told. How many, and nothing that whoever starts a group wrote.
 */
export async function tellOfWaiting(ctx: Context): Promise<void> {
  await ctx.change(async (tx) => {
    const due = await tx
      .update(siteStewards)
      .set({ toldOfGroupsAt: sql`now()` })
      .where(and(isTimeAgain, exists(tx.select({ id: groups.id }).from(groups).where(cameSince)), mayRead))
      .returning({ id: siteStewards.accountId });
    if (due.length === 0) return;
    const count = await tx.$count(groups, isNull(groups.vouchedAt));
    const { name: site } = await findSite({ db: tx });
    const ids = due.map(({ id }) => id);
    const receivers = await tx.select().from(accounts).where(inArray(accounts.id, ids));
    const at = new Date().toISOString();
    const url = `${ctx.settings.publicUrl}/site/groups?only=waiting`;
    const mails = receivers.map(({ id, email, language }) => ({
      ...{ key: `stewardship.groups-wait:${id}:${at}`, to: email, language },
      subject: say(language, 'mail.groups-wait.subject', { site, count }),
      letter: {
        heading: say(language, 'mail.groups-wait.heading'),
        paragraphs: [say(language, 'mail.groups-wait.text', { site, count })],
        button: { label: say(language, 'mail.groups-wait.button'), url },
      },
    }));
    await promiseMails(tx, mails);
  });
}

const isTimeAgain = or(
  isNull(siteStewards.toldOfGroupsAt),
  lt(siteStewards.toldOfGroupsAt, sql`now() - interval '1 day'`),
);
/** A minute more: what was being started while they were told counts as well. */
const cameSince = and(
  isNull(groups.vouchedAt),
  sql`${groups.createdAt} > coalesce(${siteStewards.toldOfGroupsAt} - interval '1 minute', '-infinity')`,
);
const mayRead = not(isSuspended(siteStewards.accountId));
