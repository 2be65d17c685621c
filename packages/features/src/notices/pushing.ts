import { newId, type Transaction } from '@groundwork/database';
import { sql } from 'drizzle-orm';
import type { Level } from './kinds.ts';
import { pushDevices, pushes } from './tables.ts';
import { wayOf } from './ways.ts';

type Asked = Omit<Parameters<typeof wayOf>[0], 'gathered'>;

/**
 * When a notice rings the phones of its receiver; null: never. As it would be mailed, at once or after the quiet hours, if it
 * is theirs or theirs to decide, and they want to hear of that one by one. What gathers does not wait: a phone is looked at.
 */
export function ringsAt(asked: Asked): Date | null {
  const { level, choices, now } = asked;
  if (!isRung(level) || choices[level] !== 'now') return null;
  const way = wayOf({ ...asked, gathered: null });
  if (way.mail === 'never') return null;
  return way.mail === 'later' ? way.at : now;
}

function isRung(level: Level): level is 'mine' | 'decide' {
  return level === 'mine' || level === 'decide';
}

/** Each of these notices rings all devices of its account, at its moment. */
export async function promisePushes(
  tx: Transaction,
  promised: { noticeId: string; accountId: string; at: Date }[],
): Promise<void> {
  if (promised.length === 0) return;
  const asked = sql`unnest(${sql.param(promised.map(({ noticeId }) => noticeId))}::uuid[],
    ${sql.param(promised.map(({ accountId }) => accountId))}::uuid[],
    ${sql.param(promised.map(({ at }) => at.toISOString()))}::timestamptz[]) as asked (notice_id, account_id, at)`;
  const { rows } = await tx.execute<{ noticeId: string; deviceId: string; at: string }>(sql`
    select asked.notice_id as "noticeId", device.id as "deviceId", asked.at
    from ${asked} join ${pushDevices} device on device.account_id = asked.account_id`);
  if (rows.length === 0) return;
  const due = rows.map(({ at, ...row }) => ({ id: newId(), ...row, dueAt: new Date(at) }));
  await tx.insert(pushes).values(due).onConflictDoNothing();
}
