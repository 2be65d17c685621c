import { say } from '@groundwork/words';
import { and, asc, gt, inArray, not, sql } from 'drizzle-orm';
import { isSuspended } from '../accounts/queries.ts';
import { accountReceiver } from '../accounts/receivers.ts';
import { accounts } from '../accounts/tables.ts';
import { NOBODY, type Context } from '../context.ts';
import { notices, type NoticeName } from '../notices.ts';
import { tell } from '../notices/actions.ts';
import { noticeRows } from '../notices/tables.ts';
import { listWaitsOf } from './queries.ts';

/** After so long what waits for a decision is told again, to everybody for whom it waits, once. */
const DAYS = 3;
/** What nobody decided by then is not told by this any more: it stands on their pages. */
const DAYS_LOOKED_BACK = 10;
const BATCH = 100;

const DECIDED = (Object.keys(notices) as NoticeName[]).filter((kind) => notices[kind].level === 'decide');

/** Tells again what has waited for three days, one mail for all of it to each who decides. Resolves to how much. */
export async function retellWaits(ctx: Context): Promise<number> {
  let count = 0;
  for (let last: string | null = NOBODY.id; last !== null;) {
    const deciders = await listDeciders(ctx, last);
    for (const { to } of deciders) count += await retellTo(ctx, to);
    last = deciders.length < BATCH ? null : (deciders.at(-1)?.to.account ?? null);
  }
  return count;
}

/** Who was told a few days ago that something waits for their decision. */
function listDeciders({ db }: Context, last: string) {
  const asked = db
    .select({ id: noticeRows.accountId })
    .from(noticeRows)
    .where(
      and(
        sql`${noticeRows.at} between now() - make_interval(days => ${DAYS_LOOKED_BACK})
          and now() - make_interval(days => ${DAYS})`,
        inArray(noticeRows.kind, DECIDED),
      ),
    );
  return db
    .select({ to: accountReceiver })
    .from(accounts)
    .where(and(inArray(accounts.id, asked), gt(accounts.id, last), not(isSuspended(accounts.id))))
    .orderBy(asc(accounts.id))
    .limit(BATCH);
}

type Receiver = Awaited<ReturnType<typeof listDeciders>>[number]['to'];

/** What waits is asked of where it lies: what was decided meanwhile waits for nobody. */
async function retellTo(ctx: Context, to: Receiver): Promise<number> {
  const since = Date.now() - DAYS * 86_400_000;
  const waits = await listWaitsOf(ctx.db, to.account);
  const late = waits.filter(({ section, at }) => section === 'decide' && at.getTime() <= since);
  const letters = late.map(({ kind, id, path, who, title, group, many }) => {
    const values = { who: who ?? '', title: title ?? say(to.language, 'waiting.untitled'), count: many };
    const line = say(to.language, `waiting.kind.${kind}`, values);
    return { to, about: { id, groupId: group?.id ?? null }, path, line };
  });
  await ctx.change((tx) => tell(tx, ctx, 'home.still-waits', ...letters));
  return letters.length;
}
