import type { Queryable } from '@groundwork/database';
import type { Context } from '../context.ts';
import type { MailingProgress } from '../mailings/contract.ts';
import { progressOf } from '../mailings/queries.ts';
import { listSlowed } from '../outbox/slowed.ts';
import { addressIn } from '@groundwork/mail';
import { allowed } from '../policy.ts';
import type { LineView } from '../segments/contract.ts';
import { nameLines, scopeFor, viewingOf } from '../segments/queries.ts';
import { writeLines } from '../segments/writing.ts';
import { freeAgainBy } from './budget.ts';
import { LEAST_REACHED } from './learning.ts';
import { senderOf } from './letters.ts';
import { compositionPolicy } from './policy.ts';
import { variantsOf, type listCompositions, type SeenComposition } from './queries.ts';
import { receivers } from './receivers.ts';

type Row = Awaited<ReturnType<typeof listCompositions>>['rows'][number];

/** One as a list shows it. */
export function compositionRow({ cursor: _, ...row }: Row) {
  return row;
}

/** One as its page shows it. */
export async function compositionView(ctx: Context, seen: SeenComposition) {
  const { lines, senderName, group, mailing, texts } = seen;
  const { id, subject, language, languages, state, isTemplate, isOffered } = seen;
  const {
    dueAt,
    startedAt,
    endedAt,
    changedAt,
    receiverCount,
    sentCount,
    purpose,
    replyTo,
    timeZone,
    readersHour,
    lot,
  } = seen;
  const scope = await scopeFor(ctx, viewingOf(group), lines ?? []);
  const isAlone = seen.ladderId === null;
  const progress = startedAt && mailing && isAlone ? await progressOfMailing(ctx.db, seen, mailing) : null;
  const { mailFrom } = ctx.settings;
  const named = { groupName: group.name, senderName, writerName: seen.writerName };
  const sender = senderOf(named, group.language) ?? group.name;
  return {
    ...{ id, subject, language, languages, state, isTemplate, isOffered },
    ...{
      dueAt,
      startedAt,
      endedAt,
      changedAt,
      receiverCount,
      sentCount,
      purpose,
      texts,
      replyTo,
      timeZone,
      readersHour,
      lot,
    },
    ladderId: seen.ladderId,
    writerName: seen.writerName,
    variants: variantsOf(texts),
    experiment: seen.experiment,
    lines: lines && (await nameLines(ctx, scope, lines)).map(shownFor(seen)),
    written: writeLines(lines ?? []),
    from: {
      name: sender,
      address: addressIn(seen.ownSender?.address ?? mailFrom),
      isInMyName: seen.inNameOf === ctx.viewer.id,
    },
    look: lookOf(seen),
    progress,
    budgeted: budgetedOf(seen),
    hasResults: progress !== null && hasResults(seen, progress),
    stoppedFor: state === 'stopped' ? seen.stoppedFor : null,
    slowed: state === 'sending' && mailing ? await slowedOf(ctx, seen, mailing.id) : [],
    can: allowed(compositionPolicy, seen),
  };
}

/** What is told of whom the budget of a coalition passed over. */
function budgetedOf({ startedAt, budgeted }: SeenComposition) {
  return startedAt && budgeted && { ...budgeted, freeAt: freeAgainBy(startedAt) };
}

/** How a second look at it stands. */
function lookOf({ lookedAt, said, ...seen }: SeenComposition) {
  return {
    above: seen.lookAbove,
    askedAt: seen.lookAskedAt,
    askedBy: seen.lookAskerName,
    givenAt: seen.lookGivenAt,
    givenBy: seen.lookGiverName,
    isOutdated: lookedAt !== null && lookedAt !== said,
  };
}

/** Who somebody is, is for those who see the group's people. */
export function shownFor(seen: SeenComposition) {
  return <L extends LineView>(line: L): L =>
    line.who.is === 'person' && !compositionPolicy.seePeople(seen) ? { ...line, about: null } : line;
}

function progressOfMailing(
  db: Queryable,
  seen: SeenComposition,
  mailing: NonNullable<SeenComposition['mailing']>,
) {
  const mayMail = compositionPolicy.stop(seen) || compositionPolicy.resume(seen);
  return progressOf(db, receivers, { ...mailing, mayMail });
}

function hasResults({ state, lot, receiverCount }: SeenComposition, progress: MailingProgress): boolean {
  const isOut = progress.isOver || lot === 'two-days' || lot === 'week';
  const hadCount = progress.sentCount + progress.keptCount;
  return state !== 'stopped' && isOut && hadCount >= (receiverCount ?? 0) * LEAST_REACHED;
}

/** A few mailboxes of one domain could say whose they are. */
const SAID_FROM = 10;

async function slowedOf({ db }: Context, { groupId }: SeenComposition, mailingId: string) {
  const slowed = await listSlowed(db, { groupId, mailingId });
  const now = new Date();
  return slowed
    .filter(({ waitingCount }) => waitingCount >= SAID_FROM)
    .map(({ provider, perMinute, restsUntil, waitingCount }) => ({
      ...{ provider, perMinute, waitingCount },
      restsUntil: restsUntil && restsUntil > now ? restsUntil : null,
    }));
}
