import type { Language } from '@groundwork/words';
import { sql } from 'drizzle-orm';
import { isSuspended } from '../../accounts/queries.ts';
import { accounts } from '../../accounts/tables.ts';
import type { Context } from '../../context.ts';
import { notices, type NoticeName } from '../../notices.ts';
import { ringsAt } from '../../notices/pushing.ts';
import { listWanted } from '../../notices/queries.ts';
import { carefulGroups, noticeRows, pushDevices, pushes } from '../../notices/tables.ts';

/** So many browsers at a time, which are rung side by side. */
const BATCH = 20;
/** So many of what is due are looked through for them. */
const LOOKED_AT = 20 * BATCH;
/** Whoever takes one up has so long; then another does. */
const LEASE = '2 minutes';

type DueNotice = {
  kind: string;
  title: string;
  path: string | null;
  groupId: string | null;
  aboutId: string | null;
  isSeen: boolean;
  isCareful: boolean;
};
type Row = {
  pushId: string;
  tries: number;
  notice: DueNotice | null;
  id: string;
  kept: string;
  isTelling: boolean;
  failureCount: number;
  accountId: string;
  language: Language;
  timeZone: string;
  isSuspended: boolean;
};
export type DuePush = Pick<Row, 'pushId' | 'tries' | 'notice'>;

/** A browser with what it is to be rung for: `now`, `held` until a moment, and what is `over`. */
export type DueDevice = Omit<Row, keyof DuePush> & {
  now: DuePush[];
  held: { pushId: string; at: Date }[];
  over: string[];
};

/** Takes up a few browsers that nobody else is at, and decides anew of all that is due there: what was chosen, or seen, meanwhile counts. */
export async function takeDevices(ctx: Context): Promise<DueDevice[]> {
  const rows = await ctx.change(async (tx) => {
    const taken = await tx.execute<Row>(sql`
      with devices as (
        select device.id from ${pushDevices} device
        where device.id in (select due.device_id from ${pushes} due where due.due_at <= now() order by due.due_at limit ${LOOKED_AT})
        limit ${BATCH} for update skip locked
      ), taken as (
        update ${pushes} due set due_at = now() + ${LEASE}::interval, tries = due.tries + 1
        where due.device_id in (select id from devices) and due.due_at <= now()
        returning due.id, due.device_id, due.notice_id, due.tries
      )
      select taken.id as "pushId", taken.tries, device.id, device.kept, device.is_telling as "isTelling",
        device.failure_count as "failureCount", device.account_id as "accountId", ${accounts.language} as language,
        ${accounts.timeZone} as "timeZone", ${isSuspended(accounts.id)} as "isSuspended",
        case when told.id is not null then json_build_object('kind', told.kind, 'title', told.title, 'path', told.path,
          'groupId', told.group_id, 'aboutId', told.about_id, 'isSeen', told.seen_at is not null,
          'isCareful', careful.group_id is not null) end as notice
      from taken join ${pushDevices} device on device.id = taken.device_id
      join ${accounts} on ${accounts.id} = device.account_id
      left join ${noticeRows} told on told.id = taken.notice_id
      left join ${carefulGroups} careful on careful.group_id = told.group_id
      order by taken.id`);
    return taken.rows;
  });
  const moments = await momentsOf(ctx, rows);
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((due) => deviceOf(due, moments));
}

function deviceOf(due: Row[], moments: Map<string, Date | null>): DueDevice[] {
  const [first] = due;
  if (!first) return [];
  const { pushId: _push, tries: _tries, notice: _notice, ...device } = first;
  const present = Date.now();
  const at = ({ pushId }: Row) => moments.get(pushId) ?? null;
  const isNow = (row: Row) => (at(row)?.getTime() ?? Infinity) <= present;
  return [
    {
      ...device,
      now: due.filter(isNow),
      held: due.flatMap((row) => {
        const moment = at(row);
        return moment && !isNow(row) ? [{ pushId: row.pushId, at: moment }] : [];
      }),
      over: due.flatMap((row) => (at(row) === null ? [row.pushId] : [])),
    },
  ];
}

/** When each rings, as its receiver wants it now. */
async function momentsOf({ db }: Context, rows: Row[]): Promise<Map<string, Date | null>> {
  const now = new Date();
  const moments = new Map(
    rows.map(({ pushId, notice, isSuspended: isOut }) => [pushId, notice || isOut ? null : now]),
  );
  const told = rows.flatMap(({ notice, ...row }) =>
    notice && !notice.isSeen && !row.isSuspended && isKind(notice.kind)
      ? [{ ...row, notice, kind: notice.kind }]
      : [],
  );
  for (const [kind, same] of Map.groupBy(told, (row) => row.kind)) {
    const asked = same.map(({ accountId: account, notice: { groupId, aboutId } }) => ({
      ...{ account, groupId, aboutId },
    }));
    const wanted = await listWanted(db, kind, asked);
    for (const [place, { pushId, timeZone }] of same.entries()) {
      const own = wanted[place];
      if (own) moments.set(pushId, ringsAt({ ...own, level: notices[kind].level, timeZone, now }));
    }
  }
  return moments;
}

/** One of another version of the site says nothing here. */
function isKind(kind: string): kind is NoticeName {
  return Object.hasOwn(notices, kind);
}
