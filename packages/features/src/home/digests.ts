import { newId } from '@groundwork/database';
import type { Language } from '@groundwork/words';
import { sql } from 'drizzle-orm';
import { isSuspended } from '../accounts/queries.ts';
import { accounts } from '../accounts/tables.ts';
import type { Context } from '../context.ts';
import { groups } from '../groups/tables.ts';
import { tell } from '../notices/actions.ts';
import { carefulGroups, hushedKinds, noticeRows } from '../notices/tables.ts';

/** So many receivers at a time: few enough that nobody waits for their locks. */
const BATCH = 200;
/** More lines are no digest: the page has them all. */
const LINES = 30;

/** Mails what was gathered and is due: one mail to each. Resolves to how many mails were promised. */
export async function mailGathered(ctx: Context): Promise<number> {
  let count = 0;
  for (;;) {
    const { receivers, promised } = await mailBatch(ctx);
    count += promised;
    if (receivers < BATCH) return count;
  }
}

type Due = {
  accountId: string;
  kind: string;
  email: string | null;
  language: Language;
  title: string | null;
  group: string | null;
  aboutId: string | null;
  isTold: boolean;
  /** They want no mail in which several things come together. */
  isAlone: boolean;
};

/** What was seen elsewhere meanwhile, and what is told to whoever may not come in, is not mailed. */
function mailBatch(ctx: Context) {
  return ctx.change(async (tx) => {
    const { rows } = await tx.execute<Due>(sql`
      with receivers as (
        select distinct due.account_id from (
          select account_id from ${noticeRows} where mail_at <= now() order by mail_at limit ${20 * BATCH}
        ) due limit ${BATCH}
      ), taken as (
        update ${noticeRows} told set mail_at = null, mailed_at = now()
        where told.account_id in (select account_id from receivers) and told.mail_at <= now()
        returning told.id, told.account_id, told.kind, told.about_id, told.group_id, told.title, told.seen_at
      )
      select taken.account_id as "accountId", taken.kind, taken.about_id as "aboutId", ${accounts.email} as email, ${accounts.language} as language,
        case when careful.group_id is null then taken.title end as title,
        case when careful.group_id is null then home.name end as "group",
        taken.seen_at is null and not ${isSuspended(accounts.id)} as "isTold",
        exists (select from ${hushedKinds} hushed
          where hushed.account_id = taken.account_id and hushed.kind = 'home.digest') as "isAlone"
      from taken join ${accounts} on ${accounts.id} = taken.account_id
      left join ${groups} home on home.id = taken.group_id
      left join ${carefulGroups} careful on careful.group_id = taken.group_id
      order by home.name nulls first, taken.id`);
    const byReceiver = Map.groupBy(rows, ({ accountId }) => accountId);
    const letters = [...byReceiver].flatMap(([account, due]) => {
      const told = due.filter(({ isTold }) => isTold);
      const [first] = told;
      const ends = kindOf(told);
      if (!first || (first.isAlone && ends === 'home.digest')) return [];
      const { email, language } = first;
      const lines = told.slice(0, LINES).map(({ title, group }) => ({ title, group }));
      return [
        {
          to: { account, email, language },
          digestId: newId(),
          lines,
          count: told.length,
          ends,
          thing: thingOf(told),
        },
      ];
    });
    await tell(tx, ctx, 'home.digest', ...letters);
    return { receivers: byReceiver.size, promised: letters.length };
  });
}

/** The one thing that all of it is about, if it is one: such mails stand together in a mail program. */
function thingOf(told: Due[]): string | null {
  const [thing = null, ...others] = new Set(told.map(({ aboutId }) => aboutId));
  return others.length > 0 ? null : thing;
}

/** Of what a mail's link ends mail: of the one kind that it tells of, else of several things together. */
function kindOf(told: Due[]): string {
  const [kind = 'home.digest', ...others] = new Set(told.map((due) => due.kind));
  return others.length > 0 ? 'home.digest' : kind;
}
