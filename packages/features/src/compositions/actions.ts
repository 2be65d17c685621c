import { newId, type Queryable, type Transaction } from '@groundwork/database';
import { and, eq, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../errors.ts';
import { changeThingsOf } from '../groups/locks.ts';
import { findGroup } from '../groups/queries.ts';
import { note } from '../journal.ts';
import { spendQuota } from '../limits/making.ts';
import { dropMailingsAbout } from '../mailings/actions.ts';
import { permit } from '../policy.ts';
import type { Line } from '../segments/lines.ts';
import { refuseOddValues, scopeFor, viewingOf } from '../segments/queries.ts';
import { readLines } from '../segments/writing.ts';
import { TooMuch } from '../site/markdown.ts';
import { readBody } from './body/reading.ts';
import { findCampaignOf } from './campaign.ts';
import { changeComposition, setOf, type CompositionPlace } from './changing.ts';
import type {
  AudienceInput,
  NewComposition,
  RulesInput,
  SenderInput,
  TemplateInput,
  TextInput,
} from './contract.ts';
import type { Variant } from './learning.ts';
import { mailingsPolicy } from './policy.ts';
import { findOriginal, LETTER, listTexts, refuseOthers, variantsOf, type Writer } from './queries.ts';
import { compositionRules, compositions, compositionTexts } from './tables.ts';

type Language = (typeof compositionTexts.$inferSelect)['language'];

/** Begins a mailing that nobody has yet: an empty one, a copy, or one that is filled in already. Answers its id. */
export async function beginComposition(ctx: Context, slug: string, asked: NewComposition): Promise<string> {
  const seen = await findGroup(ctx, slug);
  const original = asked.copyOf ? await findOriginal(ctx, seen, asked.copyOf) : null;
  const lines = asked.lines === undefined ? (original?.lines ?? null) : readLines(asked.lines);
  const purpose = asked.purpose ?? original?.purpose ?? 'updates';
  const campaign = await findCampaignOf(ctx, seen.id, { lines, purpose });
  const group = refuseOthers({ ...seen, given: campaign?.given ?? [] });
  permit(mailingsPolicy, 'write', group);
  refuseTooMuch(asked.body ?? '');
  if (lines) await refuseOddLines(ctx, group, lines);
  const id = newId();
  await ctx.change(async (tx) => {
    await spendQuota(ctx, tx, 'compositions', group.id);
    await tx.insert(compositions).values({
      ...{ id, groupId: group.id, createdBy: ctx.viewer.id, lines, purpose },
      ...{ chosenBy: ctx.viewer.id, seesAll: viewingOf(group).seesAll, campaignId: campaign?.id ?? null },
    });
    if (original) await copyTexts(tx, original.id, id);
    else if (asked.subject || asked.body)
      await tx.insert(compositionTexts).values({
        ...{ compositionId: id, language: asked.language ?? group.language },
        ...{ subject: asked.subject ?? '', body: asked.body ?? '' },
      });
    note(tx, ctx, 'compositions.begun', { groupId: group.id, id });
  });
  return id;
}

/** Says whom it is for. */
export async function chooseAudience(
  ctx: Context,
  place: CompositionPlace,
  asked: AudienceInput,
): Promise<void> {
  await changeComposition(ctx, place, 'choose', async (tx, { id, group }) => {
    const { purpose } = asked;
    const lines = readLines(asked.lines);
    await refuseOddLines({ db: tx }, group, lines);
    const campaign = await findCampaignOf({ db: tx, viewer: ctx.viewer }, group.id, { lines, purpose });
    const { seesAll } = viewingOf(group);
    const campaignId = campaign?.id ?? null;
    await setOf(tx, id, { lines, purpose, campaignId, chosenBy: ctx.viewer.id, seesAll });
    note(tx, ctx, 'compositions.audience-chosen', { groupId: group.id, id });
  });
}

/** Says what it says in a language, as far as it is not more than a letter can hold (Invalid); a text that another has changed meanwhile is not written over (Conflict). */
export async function writeText(
  ctx: Context,
  place: CompositionPlace,
  { variant = 'a', language, version, ...said }: TextInput & { language: Language },
): Promise<void> {
  refuseTooMuch(said.body);
  await changeComposition(ctx, place, 'write', async (tx, composition) => {
    const { id, group, texts } = composition;
    if (!variantsOf(texts).includes(variant)) throw new NotFound('variant');
    const known = texts.find((text) => text.variant === variant && text.language === language);
    if ((known?.version ?? 0) !== version) throw new Conflict('compositions.changed-meanwhile');
    const written = { ...said, version: version + 1, changedAt: sql`now()` };
    await tx
      .insert(compositionTexts)
      .values({ compositionId: id, variant, language, ...written })
      .onConflictDoUpdate({
        target: [compositionTexts.compositionId, compositionTexts.variant, compositionTexts.language],
        set: written,
      });
    await setOf(tx, id, {});
    note(tx, ctx, 'compositions.written', { groupId: group.id, id }, { language });
  });
}

/** Takes back what it says in a language; whoever reads that gets another one. */
export async function removeText(
  ctx: Context,
  place: CompositionPlace,
  { variant = 'a', language }: { variant?: Variant; language: Language },
): Promise<void> {
  await changeComposition(ctx, place, 'write', async (tx, composition) => {
    const { id, group, texts } = composition;
    const own = texts.filter((text) => text.variant === variant);
    if (variant !== 'a' && own.length === 1 && own[0]?.language === language)
      throw new Conflict('compositions.variants-last-text');
    await tx
      .delete(compositionTexts)
      .where(
        and(
          eq(compositionTexts.compositionId, id),
          eq(compositionTexts.variant, variant),
          eq(compositionTexts.language, language),
        ),
      );
    await setOf(tx, id, {});
    note(tx, ctx, 'compositions.text-removed', { groupId: group.id, id }, { language });
  });
}

/** In the viewer's own name beside the group's, or in the group's alone: nobody speaks in another's. */
export async function chooseSender(
  ctx: Context,
  place: CompositionPlace,
  { isInMyName }: SenderInput,
): Promise<void> {
  await changeComposition(ctx, place, 'write', async (tx, composition) => {
    const { id, group } = composition;
    await setOf(tx, id, { inNameOf: isInMyName ? ctx.viewer.id : null });
    note(tx, ctx, 'compositions.sender-chosen', { groupId: group.id, id });
  });
}

/** Keeps one for others to begin with, for the whole site where a steward of the site says so; or makes a letter of it again. */
export async function keepAsTemplate(
  ctx: Context,
  place: CompositionPlace,
  { isTemplate, isOffered = false }: TemplateInput,
): Promise<void> {
  await changeComposition(ctx, place, 'keepAsTemplate', async (tx, composition) => {
    const { id, group, isOffered: wasOffered } = composition;
    if (isTemplate && variantsOf(composition.texts).length > 1)
      throw new Conflict('compositions.variants-in-template');
    if (isOffered !== wasOffered && !ctx.viewer.isSiteSteward) throw new Forbidden();
    // What others begin with belongs to all who write the group's mailings.
    const asker = { db: tx, viewer: ctx.viewer };
    const campaign = isTemplate ? null : await findCampaignOf(asker, group.id, composition);
    const campaignId = campaign?.id ?? null;
    await setOf(tx, id, { isTemplate, isOffered: isTemplate && isOffered, campaignId });
    note(
      tx,
      ctx,
      'compositions.kept-as-template',
      { groupId: group.id, id },
      { isTemplate, isOffered: isTemplate && isOffered },
    );
  });
}

/** Removes one that nobody got. */
export async function removeComposition(ctx: Context, place: CompositionPlace): Promise<void> {
  await changeComposition(ctx, place, 'remove', async (tx, { id, group }) => {
    await dropMailingsAbout(tx, { kinds: [LETTER], aboutIds: [id] });
    await tx.delete(compositions).where(eq(compositions.id, id));
    note(tx, ctx, 'compositions.removed', { groupId: group.id, id });
  });
}

/** Says what a group asks of its mailings. */
export async function setRules(ctx: Context, slug: string, rules: RulesInput): Promise<void> {
  const ruled = { slug, what: 'mailings', policy: mailingsPolicy, deed: 'setRules' } as const;
  await changeThingsOf(ctx, ruled, async (tx, { id: groupId }) => {
    await tx
      .insert(compositionRules)
      .values({ groupId, ...rules })
      .onConflictDoUpdate({ target: compositionRules.groupId, set: rules });
    note(tx, ctx, 'compositions.rules-set', { groupId, id: groupId }, rules);
  });
}

function refuseTooMuch(body: string) {
  try {
    readBody(body);
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    throw new Invalid([{ name: 'body', code: `markdown.${error.bound}`, params: { max: error.max } }]);
  }
}

/** Refused here, and not when it is sent. */
async function refuseOddLines(ctx: { db: Queryable }, group: Writer, lines: Line[]): Promise<void> {
  refuseOddValues(lines, await scopeFor(ctx, viewingOf(group), lines));
}

/** What one says in all its languages, in another too. */
export async function copyTexts(tx: Transaction, originalId: string, compositionId: string): Promise<void> {
  const texts = await listTexts({ db: tx }, originalId);
  const copied = texts.map(({ variant, language, subject, preheader, body }) => ({
    ...{ compositionId, variant, language, subject, preheader, body },
  }));
  if (copied.length > 0) await tx.insert(compositionTexts).values(copied);
}
