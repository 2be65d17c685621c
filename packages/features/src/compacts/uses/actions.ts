import { newId, type Transaction } from '@groundwork/database';
import { eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict, Invalid } from '../../errors.ts';
import { note } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import type { Clause } from '../bounds.ts';
import { changeCompact, refuseOff, type CompactPlace } from '../changing.ts';
import type { SeenCompact, SeenVersion } from '../queries.ts';
import { compactLetters, compactUses } from '../tables.ts';
import { tellCompactSide } from '../telling.ts';
import { makeMailing } from './approving.ts';
import { findBroken, lastAgreed, outsideOf } from './clauses.ts';
import type { CompactLetter, UseDecision } from './contract.ts';
import { dropApproval } from './dropping.ts';
import { readCompactLetter, type LetterRead } from './letters.ts';
import { findCompactLetter, type SeenUse, type UsePlace } from './queries.ts';

type Refused = { clause: Clause; terms: SeenVersion };

/**
 * One group asks to write to the other's people. What is outside of the terms is refused (409, by the clause) and is a row of the
 * ledger too. Answers its id.
 */
export async function askForUse(
  ctx: Context,
  place: CompactPlace,
  { texts }: CompactLetter,
): Promise<string> {
  const id = newId();
  const refused = await changeCompact(ctx, place, 'write', async (tx, compact): Promise<Refused | null> => {
    const terms = lastAgreed(compact);
    refuseOff(compact);
    const letter = await readCompactLetter(tx, compact.writerId, texts);
    await spendQuota(ctx, tx, 'compact-uses', compact.own.id);
    const clause = await findBroken(tx, compact, { terms, fields: letter.fields });
    await tx.insert(compactUses).values({
      ...{ id, compactId: compact.id, number: terms.number, title: letter.title, askedBy: ctx.viewer.id },
      ...{ goesAt: afterNotice(terms), state: clause ? 'refused' : 'asked', clause },
    });
    const about = { groupId: compact.own.id, id: compact.id };
    if (clause) {
      note(tx, ctx, 'compacts.use-refused', about, { useId: id, clause });
      return { clause, terms };
    }
    await writeLetter(tx, id, letter);
    note(tx, ctx, 'compacts.use-asked', about, { useId: id });
    await tellDeciders(tx, ctx, compact, { news: 'compacts.use-asked', title: letter.title });
    return null;
  });
  if (refused) throw outsideOf(refused.clause, refused.terms);
  return id;
}

/** Whoever wrote it writes it anew: the same use, of which the clock starts again. A yes that there was falls. */
export async function changeUse(
  ctx: Context,
  { useId, ...place }: UsePlace,
  { texts }: CompactLetter,
): Promise<void> {
  await changeCompact(ctx, place, 'write', async (tx, compact) => {
    const use = await findCompactLetter({ db: tx, viewer: ctx.viewer }, compact, useId);
    mustBeOpen(use);
    refuseOff(compact);
    const terms = lastAgreed(compact);
    const letter = await readCompactLetter(tx, compact.writerId, texts);
    await spendQuota(ctx, tx, 'compact-uses', compact.own.id);
    const clause = await findBroken(tx, compact, { terms, fields: letter.fields, useId });
    if (clause) throw outsideOf(clause, terms);
    await dropApproval(tx, ctx, use.compositionId);
    await tx
      .update(compactUses)
      .set({
        ...{ number: terms.number, title: letter.title, state: 'asked', wish: '' },
        ...{ askedBy: ctx.viewer.id, askedAt: sql`now()`, goesAt: afterNotice(terms) },
        ...{ answeredBy: null, answeredAt: null, answer: '' },
      })
      .where(eq(compactUses.id, useId));
    await writeLetter(tx, useId, letter);
    note(tx, ctx, 'compacts.use-asked', { groupId: compact.own.id, id: compact.id }, { useId });
    await tellDeciders(tx, ctx, compact, { news: 'compacts.use-asked', title: letter.title });
  });
}

/** Whoever wrote it takes it back, also after a yes, as long as nothing of it has left. */
export async function withdrawUse(ctx: Context, { useId, ...place }: UsePlace): Promise<void> {
  await changeCompact(ctx, place, 'takeBack', async (tx, compact) => {
    const use = await findCompactLetter({ db: tx, viewer: ctx.viewer }, compact, useId);
    if (use.state === 'withdrawn') return;
    mustBeOpen(use);
    await dropApproval(tx, ctx, use.compositionId);
    await tx.update(compactUses).set({ state: 'withdrawn' }).where(eq(compactUses.id, useId));
    note(tx, ctx, 'compacts.use-withdrawn', { groupId: compact.own.id, id: compact.id }, { useId });
    await tellDeciders(tx, ctx, compact, { news: 'compacts.use-withdrawn', title: use.title });
  });
}

const DEEDS = { agreed: 'answer', declined: 'decline', change: 'answer' } as const;
const NEWS = {
  agreed: 'compacts.use-agreed',
  declined: 'compacts.use-declined',
  change: 'compacts.use-wished',
} as const;

/**
 * The group whose people hear says yes, and the letter goes out at its moment; no, also after a yes as long as nothing of it has left; or
 * what it would have changed. After that moment there is no yes: it has lapsed, and is refused by the clause (409).
 */
export async function decideUse(
  ctx: Context,
  { useId, ...place }: UsePlace,
  { decision, word: typed = '' }: UseDecision,
): Promise<void> {
  const word = typed.trim();
  if (decision !== 'agreed' && word === '') throw new Invalid([{ name: 'word', code: 'field.required' }]);
  await changeCompact(ctx, place, DEEDS[decision], async (tx, compact) => {
    const use = await findCompactLetter({ db: tx, viewer: ctx.viewer }, compact, useId);
    if (use.state === decision) return;
    mustBeOpen(use, compact);
    const answered = { answeredBy: ctx.viewer.id, answeredAt: sql`now()`, answer: word };
    if (decision === 'change') {
      if (use.state !== 'asked') throw new Conflict('compacts.use-decided');
      await tx.update(compactUses).set({ wish: word }).where(eq(compactUses.id, useId));
    } else if (decision === 'declined') {
      await dropApproval(tx, ctx, use.compositionId);
      await tx
        .update(compactUses)
        .set({ ...answered, state: 'declined' })
        .where(eq(compactUses.id, useId));
    }
    const about = { groupId: compact.own.id, id: compact.id };
    if (decision === 'agreed') {
      refuseOff(compact);
      const compositionId = await makeMailing(tx, ctx, compact, use);
      const agreed = { ...answered, state: 'agreed', wish: '', compositionId } as const;
      await tx.update(compactUses).set(agreed).where(eq(compactUses.id, useId));
      note(tx, ctx, 'compacts.use-agreed', about, { useId, compositionId });
    } else note(tx, ctx, NEWS[decision], about, { useId });
    await tellCompactSide(tx, ctx, NEWS[decision], {
      ...{ compactId: compact.id, group: compact.own.name, title: use.title, word },
      to: { groupId: compact.writerId, responsibility: 'publish' },
    });
  });
}

function afterNotice({ noticeHours }: Pick<SeenVersion, 'noticeHours'>) {
  return sql`now() + make_interval(hours => ${noticeHours}::int)`;
}

/** Nothing of it has left, and it is not over. */
function mustBeOpen(use: SeenUse, compact?: SeenCompact): void {
  if (use.state === 'asked' || use.state === 'agreed') return;
  if (use.state === 'sending' || use.state === 'stopped') throw new Conflict('compacts.on-its-way');
  if (use.state === 'lapsed' && compact?.agreed) throw outsideOf('notice', compact.agreed);
  throw new Conflict('compacts.use-decided');
}

async function writeLetter(tx: Transaction, useId: string, { texts }: LetterRead): Promise<void> {
  await tx.delete(compactLetters).where(eq(compactLetters.useId, useId));
  await tx.insert(compactLetters).values(texts.map((text) => ({ useId, ...text })));
}

type DecidersTold = { news: 'compacts.use-asked' | 'compacts.use-withdrawn'; title: string };

function tellDeciders(tx: Transaction, ctx: Context, compact: SeenCompact, { news, title }: DecidersTold) {
  return tellCompactSide(tx, ctx, news, {
    ...{ compactId: compact.id, group: compact.own.name, title },
    to: { groupId: compact.groupId, responsibility: 'manage_group' },
  });
}
