import { newId, type Transaction } from '@groundwork/database';
import { and, eq, inArray, ne, sql, type SQL } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { Conflict } from '../errors.ts';
import { actorIdOf, note, type Actor } from '../journal.ts';
import { withdrawMailing } from '../outbox/actions.ts';
import { mails } from '../outbox/tables.ts';
import type { Condition } from './audience.ts';
import { mailings } from './tables.ts';

export type NewMailing = {
  groupId: string;
  kind: string;
  aboutId: string;
  version?: string;
  audience: Condition;
};

/**
 * Begins to mail, once this transaction has committed. What is told already is not told again; with another audience it
 * goes on to those who are new in it.
 */
export async function startMailing(tx: Transaction, actor: Actor, mailing: NewMailing): Promise<void> {
  const [started] = await tx
    .insert(mailings)
    .values({ ...madeBy(actor, mailing), ...FROM_THE_START, startedAt: sql`now()` })
    .onConflictDoUpdate({
      target: [mailings.kind, mailings.aboutId, mailings.version],
      set: { audience: mailing.audience, ...FROM_THE_START, endedAt: null, sentCount: null },
      setWhere: sql`${mailings.audience} <> excluded.audience and ${mailings.state} in ('sending', 'sent')`,
    })
    .returning(standing);
  if (started) note(tx, actor, 'mailings.started', started);
}

/** Makes a mailing that nobody has yet. Returns its id. */
export async function draftMailing(tx: Transaction, actor: Actor, mailing: NewMailing): Promise<string> {
  const made = madeBy(actor, mailing);
  await tx.insert(mailings).values(made);
  return made.id;
}

/** Makes a mailing that goes to one after another from now on: to whom, its audience says each time. Returns its id. */
export async function openMailing(tx: Transaction, actor: Actor, mailing: NewMailing): Promise<string> {
  const made = madeBy(actor, mailing);
  const underway = { isStanding: true, state: 'sending', startedAt: sql`now()` } as const;
  await tx.insert(mailings).values({ ...made, ...underway });
  note(tx, actor, 'mailings.started', made);
  return made.id;
}

/** Says of a mailing that is under way that there is somebody new in its audience. */
export async function wakeMailing(tx: Transaction, mailingId: string): Promise<void> {
  await tx
    .update(mailings)
    .set({ position: null, dueAt: sql`now()` })
    .where(and(eq(mailings.id, mailingId), eq(mailings.state, 'sending')));
}

/** Ends mailings that go to one after another: what waits is withdrawn, and nobody more gets one. */
export async function endMailingsAbout(
  tx: Transaction,
  actor: Actor,
  { kinds, aboutIds }: About,
): Promise<void> {
  const isAbout = and(inArray(mailings.kind, kinds), inArray(mailings.aboutId, aboutIds));
  for (const mailing of await lockMailings(
    tx,
    and(isAbout, mailings.isStanding, ne(mailings.state, 'sent')),
  )) {
    await withdrawMailing(tx, mailing.id);
    await tx
      .update(mailings)
      .set({ state: 'sent', endedAt: sql`now()`, dueAt: null })
      .where(eq(mailings.id, mailing.id));
    note(tx, actor, 'mailings.sent', mailing);
  }
}

/** Sets when a mailing begins by itself; null makes it a draft again. Whether the viewer may was asked before. */
export async function scheduleMailing(ctx: Context, mailingId: string, at: Date | null): Promise<void> {
  await ctx.change(async (tx) => {
    const [mailing] = await tx
      .update(mailings)
      .set({ state: at === null ? 'draft' : 'scheduled', dueAt: at })
      .where(and(eq(mailings.id, mailingId), inArray(mailings.state, ['draft', 'scheduled'])))
      .returning(standing);
    if (!mailing) throw new Conflict('mailings.state');
    note(tx, ctx, 'mailings.scheduled', mailing, { at: at?.toISOString() ?? null });
  });
}

/**
 * Stops a mailing that is under way: what waits is withdrawn, and nobody more gets it. Those whose mail is at the mail
 * server at this moment get it. Whether the viewer may was asked before.
 */
export async function stopMailing(ctx: Context, mailingId: string): Promise<void> {
  await ctx.change(async (tx) => {
    const mailing = await lockMailing(tx, mailingId);
    if (mailing?.state === 'stopped') return;
    if (mailing?.state !== 'sending' || mailing.isOver) throw new Conflict('mailings.state');
    await halt(tx, ctx, mailing);
  });
}

/** All that is told of these things in these ways. */
type About = { kinds: string[]; aboutIds: string[] };

/** Stops all that is told of these things in these ways. Returns how many mails were withdrawn. */
export async function stopMailingsAbout(tx: Transaction, { kinds, aboutIds }: About): Promise<number> {
  const found = await lockMailings(
    tx,
    and(inArray(mailings.kind, kinds), inArray(mailings.aboutId, aboutIds)),
  );
  let withdrawnCount = 0;
  for (const mailing of found) withdrawnCount += await halt(tx, null, mailing);
  return withdrawnCount;
}

/** Removes what nobody has got yet of what was to be told of these things. */
export async function dropMailingsAbout(tx: Transaction, { kinds, aboutIds }: About): Promise<void> {
  const isAbout = and(inArray(mailings.kind, kinds), inArray(mailings.aboutId, aboutIds));
  await tx.delete(mailings).where(and(isAbout, eq(mailings.state, 'draft')));
}

/** Goes on with all that was stopped of what is told of these things in these ways. */
export async function resumeMailingsAbout(tx: Transaction, { kinds, aboutIds }: About): Promise<void> {
  await goOn(tx, and(inArray(mailings.kind, kinds), inArray(mailings.aboutId, aboutIds)));
}

/** Stops what a group has under way: it may write to nobody. */
export async function stopMailingsOf(ctx: Context, groupId: string): Promise<void> {
  await ctx.change(async (tx) => {
    const isUnderway = and(eq(mailings.groupId, groupId), eq(mailings.state, 'sending'));
    for (const mailing of await lockMailings(tx, isUnderway)) await halt(tx, null, mailing);
  });
}

/** Goes on with what a group was kept from telling in these ways, if it may write by now. */
export async function resumeMailingsOf(
  ctx: Context,
  { groupId, kinds }: { groupId: string; kinds: string[] },
): Promise<void> {
  const mayWrite = sql`group_may_write(${mailings.groupId})`;
  await ctx.change((tx) =>
    goOn(tx, and(eq(mailings.groupId, groupId), inArray(mailings.kind, kinds), mayWrite)),
  );
}

async function goOn(tx: Transaction, which: SQL | undefined) {
  const resumed = await tx
    .update(mailings)
    .set(FROM_THE_START)
    .where(and(which, eq(mailings.state, 'stopped')))
    .returning(standing);
  for (const mailing of resumed) note(tx, null, 'mailings.resumed', mailing);
}

/** Goes on with a mailing that was stopped, to those whom it did not reach. Whether the viewer may was asked before. */
export async function resumeMailing(ctx: Context, mailingId: string): Promise<void> {
  await ctx.change(async (tx) => {
    const mailing = await lockMailing(tx, mailingId);
    if (mailing?.state === 'sending') return;
    if (mailing?.state !== 'stopped') throw new Conflict('mailings.state');
    await tx.update(mailings).set(FROM_THE_START).where(eq(mailings.id, mailingId));
    note(tx, ctx, 'mailings.resumed', mailing);
  });
}

/** Takes what waits of a mailing back; one that was under way is stopped. Returns how many mails were withdrawn. */
export async function halt(
  tx: Transaction,
  actor: Actor,
  { id, groupId, state }: Pick<typeof mailings.$inferSelect, 'id' | 'groupId' | 'state'>,
  stoppedFor?: NonNullable<(typeof mailings.$inferSelect)['stoppedFor']>,
): Promise<number> {
  const withdrawnCount = await withdrawMailing(tx, id);
  const isUnderway = state === 'sending';
  if (isUnderway || state === 'scheduled')
    await tx
      .update(mailings)
      .set({
        ...{ state: isUnderway ? 'stopped' : 'draft', position: null, dueAt: null },
        ...(stoppedFor && { stoppedFor }),
      })
      .where(eq(mailings.id, id));
  if (isUnderway)
    note(
      tx,
      actor,
      'mailings.stopped',
      { groupId, id },
      { withdrawnCount, ...(stoppedFor && { stoppedFor }) },
    );
  return withdrawnCount;
}

const standing = { id: mailings.id, groupId: mailings.groupId, state: mailings.state };

async function lockMailing(tx: Transaction, mailingId: string) {
  const waits = and(eq(mails.mailingId, mailings.id), inArray(mails.state, ['promised', 'held']));
  const [mailing] = await tx
    .select({
      ...standing,
      isOver: sql<boolean>`${mailings.dueAt} is null and not exists (select from ${mails} where ${waits})`,
    })
    .from(mailings)
    .where(eq(mailings.id, mailingId))
    .for('update');
  return mailing;
}

function lockMailings(tx: Transaction, which: SQL | undefined) {
  return tx.select(standing).from(mailings).where(which).orderBy(mailings.id).for('update');
}

function madeBy(actor: Actor, mailing: NewMailing) {
  return { ...mailing, id: newId(), createdBy: actorIdOf(actor) };
}

/** Whoever has a mail of it is passed over. */
const FROM_THE_START = {
  state: 'sending',
  position: null,
  receiverCount: null,
  dueAt: sql`now()`,
} as const;
