import { withoutPlaces } from '@groundwork/mail';
import type { Language } from '@groundwork/words';
import { dateFormat } from '@groundwork/words/dates';
import type { Queryable } from '@groundwork/database';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { BUDGETED_FROM, freeAgainBy, narrowestOf } from './budget.ts';
import type { CompositionPlace } from './changing.ts';
import type { CheckView, CompositionReach } from './contract.ts';
import { NEAREST } from './body/parts.ts';
import { estimatePassedOver } from './estimates.ts';
import { findHabits } from './habits.ts';
import { ONE_IN, type Variant } from './learning.ts';
import { readComposed, type Composed } from './letters.ts';
import { sampleOf } from './previews.ts';
import { findComposition, variantsOf, type SeenComposition } from './queries.ts';
import { reachWithin } from './reach.ts';
import { checkOwnSender } from './sender-checks.ts';

type Written = Composed['texts'][number];
type Check = Omit<CheckView, 'language' | 'variant'> & {
  language?: Language | null;
  variant?: Variant | null;
};
/** What is beyond this is cut off by mail programs, or taken for something else than a letter. */
const MOST_BYTES = 100_000;
/** Of all pictures of one mail: what a phone on a bad line waits for, and what no mailbox should get. */
const MANY_PICTURE_BYTES = 200_000;
const MOST_PICTURE_BYTES = 1_000_000;
/** What takes longer to count is not waited for. */
const MOST_COUNTING_MS = 3000;

/** What was looked at before one goes out: what is in the way, what to look at, and what is all right. */
export async function checkComposition(ctx: Context, { slug, id }: CompositionPlace): Promise<CheckView[]> {
  const composition = await findComposition(ctx, slug, id);
  const { composed, faults, weights } = await lookAt(ctx, ctx.db, composition);
  const isOfLadder = composition.ladderId !== null;
  // To a step may come anybody who may be mailed, at any time.
  const reached = isOfLadder ? { ...composition, lines: [] } : composition;
  const reach = await reachWithin(ctx, reached, MOST_COUNTING_MS);
  const checks = [
    ...faults,
    ...(composed && faults.length === 0 ? habitsOf(composed, weights) : []),
    ...(composed && reach ? languagesOf(reach, composed) : []),
    ...enoughOf(composition, reach?.getCount),
    ...standingsOf(composition, isOfLadder ? 0 : reach?.getCount),
    ...(isOfLadder ? [] : await budgetOf(ctx, composition, reach?.getCount)),
    ...(await checkOwnSender(ctx, composition.groupId)),
    ...(isOfLadder ? [] : await hourOf(ctx, composition)),
  ];
  if (faults.length === 0) checks.push({ code: 'complete', weight: 'good', params: {} });
  const order = { stop: 0, look: 1, good: 2 };
  return checks
    .map((check) => ({ language: null, variant: null, ...check }))
    .sort((one, other) => order[one.weight] - order[other.weight]);
}

/** What is in the way of sending it, as it is now. */
export async function findFaults(
  ctx: Context,
  db: Queryable,
  composition: SeenComposition,
): Promise<Check[]> {
  return (await lookAt(ctx, db, composition)).faults;
}

type Weight = { textBytes: number; pictureBytes: number };
type Weights = ReadonlyMap<Written, Weight>;

/** What it says and what is in the way; it is put on the scales once nothing else is. */
async function lookAt(ctx: Context, db: Queryable, composition: SeenComposition) {
  const composed = await readComposed(ctx, db, composition.id);
  const faults = [...faultsOf(composition, composed), ...variantFaults(composition, composed)];
  const weights = new Map<Written, Weight>();
  if (!composed || faults.length > 0) return { composed, faults, weights };
  for (const text of composed.texts) weights.set(text, await weigh(ctx, db, composition, { composed, text }));
  return { composed, weights, faults: tooHeavy(weights) };
}

function faultsOf(composition: SeenComposition, composed: Composed | null): Check[] {
  const faults: Check[] = [];
  if (composition.isCampaignHidden) faults.push(stop('campaign-hidden'));
  if (composition.lines === null && composition.ladderId === null) faults.push(stop('nobody-chosen'));
  if (!composed || composed.texts.length === 0) return [...faults, stop('no-text')];
  for (const text of composed.texts) {
    const { typed, body, wrongs } = text;
    if (typed.subject.trim() === '') faults.push(stop('no-subject', {}, text));
    if (typed.body.trim() === '') faults.push(stop('no-body', {}, text));
    for (const { code, word } of wrongs) faults.push(stop(code, { word }, text));
    const named = body.events.filter((slug) => composition.ladderId === null || slug !== NEAREST);
    for (const word of missing(named, composed.things.events)) faults.push(stop('no-event', { word }, text));
    for (const word of missing(body.petitions, composed.things.petitions))
      faults.push(stop('no-petition', { word }, text));
    for (const key of body.pictures)
      if (!composed.pictures.has(key)) faults.push(stop('no-picture', {}, text));
  }
  return faults;
}

/** Each variant says something, and it was said what they are to find out. */
function variantFaults({ texts, experiment }: SeenComposition, composed: Composed | null): Check[] {
  const variants = variantsOf(texts);
  if (variants.length < 2 || !composed) return [];
  const silent = variants.filter((variant) => !composed.texts.some((text) => text.variant === variant));
  const faults = silent.map((variant) => ({ ...stop('no-text'), variant }));
  return experiment === null ? [...faults, stop('no-question')] : faults;
}

function stop(code: string, params: Check['params'] = {}, text?: Written): Check {
  return { code, weight: 'stop', params, ...ofText(text) };
}

/** Which text something is about. */
function ofText(text?: Written): Pick<CheckView, 'language' | 'variant'> {
  return { language: text?.language ?? null, variant: text?.variant ?? null };
}

function missing(slugs: string[], things: { slug: string }[]): string[] {
  return slugs.filter((slug) => !things.some((thing) => thing.slug === slug));
}

/** What is too heavy to be sent: mail programs cut off long texts, and phones on bad lines wait for pictures. */
function tooHeavy(weights: Weights): Check[] {
  const found: Check[] = [];
  for (const [text, { textBytes, pictureBytes }] of weights) {
    const params = { kilobytes: Math.ceil(textBytes / 1000), max: MOST_BYTES / 1000 };
    if (textBytes > MOST_BYTES) found.push({ code: 'size-refused', weight: 'stop', params, ...ofText(text) });
    if (pictureBytes > MOST_PICTURE_BYTES)
      found.push({ ...heavyPictures(pictureBytes, MOST_PICTURE_BYTES), weight: 'stop', ...ofText(text) });
  }
  return found;
}

async function weigh(
  ctx: Context,
  db: Queryable,
  { group, replyTo }: SeenComposition,
  { composed, text: { variant, language } }: { composed: Composed; text: Written },
): Promise<Weight> {
  const sender = { name: group.name, contact: replyTo };
  const { html, text, letter } = await sampleOf(ctx, db, {
    composed,
    sender,
    variant,
    language,
    name: ctx.viewer.name,
  });
  const pictures = letter.attachments?.map(({ content }) => (content.length * 3) / 4) ?? [];
  return {
    textBytes: Buffer.byteLength(html) + Buffer.byteLength(text),
    pictureBytes: pictures.reduce((sum, bytes) => sum + bytes, 0),
  };
}

function heavyPictures(bytes: number, most: number) {
  return {
    code: bytes > MOST_PICTURE_BYTES ? 'pictures-refused' : 'pictures-heavy',
    params: { kilobytes: Math.ceil(bytes / 1000), max: most / 1000 },
  };
}

/** What filters and readers dislike in it, in each language. */
function habitsOf(composed: Composed, weights: Weights): Check[] {
  const found: Check[] = [];
  for (const text of composed.texts) {
    const { language, body: parts } = text;
    const [subject, preheader] = [withoutPlaces(text.subject), withoutPlaces(text.preheader)];
    const { textBytes = 0, pictureBytes = 0 } = weights.get(text) ?? {};
    const habits = findHabits({ subject, preheader, parts, language, sizeBytes: textBytes });
    // What is refused is among the faults.
    for (const { code, params } of habits)
      if (code !== 'size-refused') found.push({ code, weight: 'look', params, ...ofText(text) });
    if (pictureBytes > MANY_PICTURE_BYTES && pictureBytes <= MOST_PICTURE_BYTES)
      found.push({ ...heavyPictures(pictureBytes, MANY_PICTURE_BYTES), weight: 'look', ...ofText(text) });
  }
  return found;
}

/** Who reads a language in which nothing is written gets another one, in each variant. */
function languagesOf({ languages }: CompositionReach, { texts }: Composed): Check[] {
  const missed = [...Map.groupBy(texts, ({ variant }) => variant)].flatMap(([variant, own]) =>
    languages
      .filter(({ language }) => !own.some((text) => text.language === language))
      .map(({ language, count }) => ({
        ...{ code: 'language-missing', weight: 'look' as const, language, variant },
        params: { count, instead: own[0]?.language ?? language },
      })),
  );
  const isWhole = texts.length > 0 && missed.length === 0;
  return isWhole ? [{ code: 'languages', weight: 'good', params: {} }] : missed;
}

/** Whether as many people get each variant as it takes to find out what it is to find out. */
function enoughOf({ experiment, texts, lot }: SeenComposition, count: number | undefined): Check[] {
  const variants = variantsOf(texts).length;
  if (!experiment || variants < 2 || count === undefined) return [];
  const each = Math.floor((lot === null ? count : count * (1 - 1 / ONE_IN)) / variants);
  const params = { each, needed: experiment.neededEach };
  const isEnough = each >= experiment.neededEach;
  return [{ code: isEnough ? 'enough-people' : 'few-people', weight: isEnough ? 'good' : 'look', params }];
}

/** A second look is spoken of where it takes one: above as many receivers, or as long as nobody counted them. */
function standingsOf(composition: SeenComposition, count = Infinity): Check[] {
  const { triedAt, changedAt, lookAbove, isLookGiven, lookGiverName, heldBackAt } = composition;
  const checks: Check[] = [];
  const isTried = triedAt !== null && triedAt >= changedAt;
  if (isTried) checks.push({ code: 'tried', weight: 'good', params: {} });
  else checks.push({ code: 'not-tried', weight: 'look', params: {} });
  if (lookAbove === null || count <= lookAbove) return checks;
  if (heldBackAt) checks.push({ code: 'held-back', weight: 'look', params: { most: lookAbove } });
  if (isLookGiven) checks.push({ code: 'looked-at', weight: 'good', params: { name: lookGiverName ?? '' } });
  else checks.push({ code: 'not-looked-at', weight: 'look', params: { most: lookAbove } });
  return checks;
}

/** What the budgets of coalitions keep back of it, as far as that is told. */
async function budgetOf(ctx: Context, composition: SeenComposition, count = 0): Promise<Check[]> {
  const { budgets, timeZone } = composition;
  const most = narrowestOf(budgets);
  if (most === null) return [];
  const coalitions = budgets.map(({ name }) => name).join(' · ');
  const check = (code: string, params: Check['params'] = {}): Check[] => [
    { code, weight: 'look', params: { coalitions, most, ...params } },
  ];
  if (count < BUDGETED_FROM) return check('budget-own', { from: BUDGETED_FROM });
  const estimate = await estimatePassedOver(ctx, composition);
  if (!estimate) return check('budget-unknown');
  if (estimate.count === null) return check('budget-few');
  const on = dateFormat(ctx.language, timeZone, 'day').format(freeAgainBy(estimate.at));
  return check('budget-some', { count: estimate.count, on });
}

/** Mail that comes at night wakes people up, and is read by nobody. */
async function hourOf({ db }: Context, { timeZone }: SeenComposition): Promise<Check[]> {
  const { rows } = await db.execute<{ hour: number }>(
    sql`select extract(hour from now() at time zone ${timeZone})::int as hour`,
  );
  const hour = rows[0]?.hour ?? 12;
  const isQuiet = hour < 9 || hour >= 20;
  return [{ code: isQuiet ? 'quiet-hours' : 'waking-hours', weight: isQuiet ? 'look' : 'good', params: {} }];
}
