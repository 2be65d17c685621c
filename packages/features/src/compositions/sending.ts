import type { Transaction } from '@groundwork/database';
import { eq } from 'drizzle-orm';
import { within, type Context } from '../context.ts';
import { Conflict, Invalid } from '../errors.ts';
import { readLocal } from '../events/when.ts';
import { note } from '../journal.ts';
import { spendQuota } from '../limits/making.ts';
import { draftMailing, resumeMailing, scheduleMailing, stopMailing } from '../mailings/actions.ts';
import { changeComposition, setOf, type CompositionPlace } from './changing.ts';
import { findFaults } from './checks.ts';
import type { SendingInput } from './contract.ts';
import { LOT_DAYS, type Lot } from './learning.ts';
import { aFewMore, isLookedAt } from './looks.ts';
import { LETTER, type SeenComposition } from './queries.ts';
import { countReached } from './reach.ts';
import { markAgain } from './budget.ts';
import { receivers } from './receivers.ts';
import { compositionReceivers } from './tables.ts';

/** For so long after the press nothing leaves, and one more press stops it whole. */
const MINUTES = 10;

/** Sends one: it goes out in ten minutes or at a moment, to whoever it is for by then. */
export async function sendComposition(
  ctx: Context,
  place: CompositionPlace,
  asked: SendingInput,
): Promise<void> {
  await changeComposition(ctx, place, 'send', async (tx, composition) => {
    const { id, groupId } = composition;
    await refuseFaults(ctx, tx, composition);
    const count = await countReached(tx, composition);
    refuseCount(ctx, composition, count, asked);
    await spendQuota(ctx, tx, 'mailings', groupId);
    const at = momentOf(asked, composition.timeZone);
    const readersHour = asked.when === 'readers-hour' ? (asked.at ?? null) : null;
    const lot = asked.lot ?? null;
    refuseLot(composition, lot, asked.when);
    await setOf(tx, id, { readersHour, lot, heldBackAt: null });
    const mailingId =
      composition.mailing?.id ??
      (await draftMailing(tx, ctx, {
        ...{ groupId, kind: LETTER, aboutId: id },
        audience: receivers.of({ compositionId: id }),
      }));
    await scheduleMailing(within(ctx, tx), mailingId, at);
    note(tx, ctx, 'compositions.sent', { groupId, id }, { at: at.toISOString(), count });
  });
}

/** Takes back one that waits: nothing of it has left. */
export async function unsendComposition(ctx: Context, place: CompositionPlace): Promise<void> {
  await changeComposition(ctx, place, 'unsend', async (tx, composition) => {
    const { id, groupId } = composition;
    await scheduleMailing(within(ctx, tx), mailingOf(composition), null);
    note(tx, ctx, 'compositions.unsent', { groupId, id });
  });
}

/** Does not wait any longer, nor for anybody's own hour. */
export async function hasteComposition(ctx: Context, place: CompositionPlace): Promise<void> {
  await changeComposition(ctx, place, 'unsend', async (tx, composition) => {
    await setOf(tx, composition.id, { readersHour: null });
    await scheduleMailing(within(ctx, tx), mailingOf(composition), new Date());
  });
}

/** Stops one in the middle: whoever has it has it, and nobody else gets it. */
export async function stopComposition(ctx: Context, place: CompositionPlace): Promise<void> {
  await changeComposition(ctx, place, 'stop', (tx, composition) =>
    stopMailing(within(ctx, tx), mailingOf(composition)),
  );
}

/** Goes on with one that was stopped, as it reads by now, to those whom it did not reach. */
export async function resumeComposition(ctx: Context, place: CompositionPlace): Promise<void> {
  await changeComposition(ctx, place, 'resume', async (tx, composition) => {
    await refuseFaults(ctx, tx, composition);
    const isOfIt = eq(compositionReceivers.compositionId, composition.id);
    if (composition.isChaperoned) refuseOther(composition);
    else refuseUnlooked(ctx, composition, await tx.$count(compositionReceivers, isOfIt));
    await markAgain(tx, ctx, composition);
    await resumeMailing(within(ctx, tx), mailingOf(composition));
  });
}

function mailingOf({ mailing }: SeenComposition): string {
  if (!mailing) throw new Conflict('mailings.state');
  return mailing.id;
}

/** The check says what stands in the way. */
async function refuseFaults(ctx: Context, tx: Transaction, composition: SeenComposition) {
  const faults = await findFaults(ctx, tx, composition);
  if (faults.length > 0) throw new Conflict('compositions.faults');
}

function refuseCount(ctx: Context, composition: SeenComposition, count: number, asked: SendingInput) {
  if (count === 0) throw new Conflict('compositions.reaches-nobody');
  if (count > aFewMore(asked.count)) throw new Conflict('compositions.more-by-now', { count });
  refuseUnlooked(ctx, composition, count);
}

/** Of what two groups agreed on, another one than they did. */
function refuseOther({ isLookGiven }: SeenComposition) {
  if (!isLookGiven) throw new Conflict('compositions.not-agreed');
}

/** Whoever gave the look is the second, and not the one who sends it. */
function refuseUnlooked({ viewer }: Context, composition: SeenComposition, count: number) {
  const { lookAbove, lookGivenBy } = composition;
  const isLooked = isLookedAt(composition, count);
  if (lookAbove !== null && count > lookAbove && (!isLooked || lookGivenBy === viewer.id))
    throw new Conflict('compositions.look-needed', { most: lookAbove });
}

/**
 * What members must hear nobody is left out of. Those whom a lot leaves out get it after the same days for all, and not before
 * the experiment has counted.
 */
function refuseLot({ purpose, experiment }: SeenComposition, lot: Lot | null, when: SendingInput['when']) {
  const refused = (code: string, params = {}) => new Invalid([{ name: 'lot', code, params }]);
  if (lot === null) return;
  if (purpose === 'membership') throw refused('compositions.lot-of-members');
  if (when === 'readers-hour') throw refused('compositions.lot-at-one-moment');
  const days = experiment?.days ?? 0;
  if (lot !== 'never' && days > LOT_DAYS[lot]) throw refused('compositions.lot-ends-early', { days });
}

/** When it begins. At an hour of each reader's own place it begins where the day begins first. */
function momentOf({ when, at }: SendingInput, timeZone: string): Date {
  const soonest = new Date(Date.now() + MINUTES * 60_000);
  if (when === 'now') return soonest;
  if (!at) throw new Invalid([{ name: 'at', code: 'field.required' }]);
  const hour = readLocal('at', at, timeZone);
  if (hour.getTime() < Date.now()) throw new Invalid([{ name: 'at', code: 'compositions.past' }]);
  if (hour.getTime() > Date.now() + YEAR_MS)
    throw new Invalid([{ name: 'at', code: 'compositions.far-off' }]);
  const first = when === 'at' ? hour : readLocal('at', at, 'Pacific/Kiritimati');
  return first > soonest ? first : soonest;
}

const YEAR_MS = 366 * 86_400_000;
