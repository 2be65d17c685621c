import { newId, type Transaction } from '@groundwork/database';
import { findFaults } from '../../compositions/checks.ts';
import { saidIn } from '../../compositions/looks.ts';
import { findComposition, LETTER } from '../../compositions/queries.ts';
import { countReached } from '../../compositions/reach.ts';
import { receivers } from '../../compositions/receivers.ts';
import { budgetsFor, findRulesInForce } from '../../compositions/rules.ts';
import { compositions, compositionTexts } from '../../compositions/tables.ts';
import { within, type Context } from '../../context.ts';
import { Conflict } from '../../errors.ts';
import { spendQuota } from '../../limits/making.ts';
import { draftMailing, scheduleMailing } from '../../mailings/actions.ts';
import type { SeenCompact } from '../queries.ts';
import { listUseTexts } from './letters.ts';
import { TO_EVERYBODY, type SeenUse } from './queries.ts';

/**
 * Makes the group's mailing of exactly this letter, at the moment of which notice was given. What it says is sealed with the yes: a
 * word that changes afterwards, by whatever way, keeps it from beginning. Answers the composition's id.
 */
export async function makeMailing(
  tx: Transaction,
  ctx: Context,
  compact: SeenCompact,
  use: SeenUse,
): Promise<string> {
  const { groupId, writerId, otherName, own } = compact;
  const id = newId();
  const letters = await listUseTexts(tx, use.id);
  const texts = letters.map((text) => ({ ...text, variant: 'a' as const, preheader: '' }));
  const { mostAWeek } = await findRulesInForce({ db: tx }, groupId);
  const budgets = await budgetsFor(tx, { ...TO_EVERYBODY, groupId });
  const count = await countReached(tx, { ...TO_EVERYBODY, id, groupId, writerId, mostAWeek, budgets });
  if (count === 0) throw new Conflict('compositions.reaches-nobody');
  await spendQuota(ctx, tx, 'mailings', groupId);
  await tx.insert(compositions).values({
    ...{ ...TO_EVERYBODY, id, groupId, writerId, writerName: otherName, createdBy: ctx.viewer.id },
    ...{ lookGivenBy: ctx.viewer.id, lookGivenAt: new Date(), lookedCount: count },
    lookedAt: saidIn({ ...TO_EVERYBODY, inNameOf: null, texts }),
  });
  await tx.insert(compositionTexts).values(texts.map((text) => ({ ...text, compositionId: id })));
  const composition = await findComposition({ db: tx, viewer: ctx.viewer }, own.slug, id);
  const [fault] = await findFaults(ctx, tx, composition);
  if (fault) throw new Conflict('compacts.letter-faults');
  const mailingId = await draftMailing(tx, ctx, {
    ...{ groupId, kind: LETTER, aboutId: id },
    audience: receivers.of({ compositionId: id }),
  });
  await scheduleMailing(within(ctx, tx), mailingId, use.goesAt);
  return id;
}
