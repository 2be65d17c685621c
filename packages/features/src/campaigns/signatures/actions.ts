import type { Transaction } from '@groundwork/database';
import { record } from '@groundwork/database/journal';
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict, NotFound } from '../../errors.ts';
import { promiseMail } from '../../outbox/actions.ts';
import { releaseMailTo } from '../../outbox/ledger.ts';
import { askingLetter } from '../../outbox/asking.ts';
import { giveConsent, noteHistory, rememberPerson } from '../../people/actions.ts';
import { permit, refuseFrozen } from '../../policy.ts';
import { findSite } from '../../site/queries.ts';
import { sealedId } from '../../site/tokens.ts';
import { campaignPolicy, hasEnded, takesSignatures } from '../policy.ts';
import { findCampaign, type SeenCampaign } from '../queries.ts';
import type { NewSignature } from './contract.ts';
import { receiptLetter, standingLetter } from './letters.ts';
import { putSignature, type PutSignature } from './put.ts';
import { findOwnSignature, SEAL, type OwnSignatureFound } from './queries.ts';
import { signatures } from './tables.ts';

export type Signed = { state: 'unconfirmed' } | { state: 'confirmed'; sealed: string };

/**
 * Puts a name under a campaign. Anyone can type an address, so it counts once confirmed from that mailbox; for a
 * signed-in viewer's own verified address it counts at once. The answer to everyone else is the same whether or not
 * that address signed before.
 */
export async function signCampaign(ctx: Context, slug: string, asked: NewSignature): Promise<Signed> {
  const campaign = await findCampaign(ctx, slug);
  refuseFrozen(campaign);
  if (!takesSignatures(campaign)) throw new Conflict('campaigns.not-taking-signatures');
  const email = asked.email.trim().toLowerCase();
  // An account's email is proven, or there would be no account.
  const isOwn = ctx.viewer.signedIn && ctx.viewer.email === email;
  return ctx.change(async (tx) => {
    const person = await rememberPerson(tx, {
      groupId: campaign.groupId,
      email,
      name: asked.name.trim(),
      language: ctx.language,
      accountId: isOwn ? ctx.viewer.id : null,
      source: 'signature',
      subjectId: campaign.id,
    });
    const signature = await putSignature(tx, { campaign, personId: person.id, asked, isOwn });
    if (!isOwn) return askToConfirm(tx, { ctx, campaign, email, signature });
    return countOwn(tx, { ctx, campaign, email, signature, wantsUpdates: asked.updates });
  });
}

/** Counts a signature, and makes the ticked wish for mail a consent. Safe to do twice; again after an undo, too. */
export async function confirmSignature(ctx: Context, sealed: string): Promise<void> {
  const signature = await findOwnSignature(ctx, sealed);
  if (signature.state === 'confirmed') return;
  refuseFrozen(signature);
  if (hasEnded({ state: signature.campaignState }) || signature.isCampaignHidden)
    throw new Conflict('campaigns.not-taking-signatures');
  await ctx.change(async (tx) => {
    const counted = await tx
      .update(signatures)
      // The wish is used up: who unsubscribes later and confirms again is not subscribed again.
      .set({ confirmedAt: sql`now()`, withdrawnAt: null, wantsUpdates: false })
      .where(and(eq(signatures.id, signature.id), eq(signatures.stands, false)))
      .returning({ id: signatures.id });
    if (counted.length === 0) return;
    await releaseMailTo(tx, signature.email);
    if (signature.wantsUpdates) await consent(tx, signature);
    await log(tx, signature, 'campaigns.signature-confirmed');
    await noteHistory(tx, { ...historyOf(signature), kind: 'confirmed' });
  });
}

/** Takes a name off, by the link from the mail; safe to do twice. */
export async function withdrawSignature(ctx: Context, sealed: string): Promise<void> {
  const signature = await findOwnSignature(ctx, sealed);
  await ctx.change(async (tx) => {
    const withdrawn = await tx
      .update(signatures)
      .set({ withdrawnAt: sql`now()` })
      .where(and(eq(signatures.id, signature.id), sql`${signatures.withdrawnAt} is null`))
      .returning({ id: signatures.id });
    if (withdrawn.length === 0) return;
    await log(tx, signature, 'campaigns.signature-withdrawn');
    await noteHistory(tx, { ...historyOf(signature), kind: 'withdrew' });
  });
}

/**
 * Takes a signer's name and comment off the page, or puts them back; the signature counts all the same. What a decision
 * about a report hid is shown again only where that is taken back.
 */
export async function hideSignature(
  ctx: Context,
  slug: string,
  id: string,
  isHidden: boolean,
): Promise<void> {
  const campaign = await findCampaign(ctx, slug);
  permit(campaignPolicy, 'moderate', campaign);
  await ctx.change(async (tx) => {
    if (!isHidden) await refuseDecided(tx, id);
    const changed = await tx
      .update(signatures)
      .set({ hiddenAt: isHidden ? sql`coalesce(${signatures.hiddenAt}, now())` : null })
      .where(and(eq(signatures.id, id), eq(signatures.campaignId, campaign.id)))
      .returning({ id: signatures.id });
    if (changed.length === 0) throw new NotFound('signature');
    const kind = isHidden ? 'campaigns.signature-hidden' : 'campaigns.signature-shown';
    await record(tx, { kind, groupId: campaign.groupId, actorId: ctx.viewer.id, subjectId: id });
  });
}

async function refuseDecided(tx: Transaction, id: string) {
  const decided = and(eq(signatures.id, id), isNotNull(signatures.hiddenReason));
  if ((await tx.$count(signatures, decided)) > 0) throw new Conflict('campaigns.hidden-by-report');
}

type Given = { ctx: Context; campaign: SeenCampaign; email: string; signature: PutSignature };

async function askToConfirm(tx: Transaction, given: Given): Promise<Signed> {
  const { ctx, campaign, email, signature } = given;
  if (signature.isMailDue) {
    const isFirst = signature.isNew ? '' : `:${signature.mailedAt?.getTime()}`;
    await promiseMail(tx, {
      key: `signature-confirm:${signature.id}${isFirst}`,
      to: email,
      language: ctx.language,
      groupId: campaign.groupId,
      typed: 'form',
      ...(await askingOrStanding(tx, given)),
    });
  }
  if (signature.stands) return { state: 'unconfirmed' };
  await logSigned(tx, campaign, signature);
  return { state: 'unconfirmed' };
}

/** Only a mailbox that has confirmed this signature once reads what the group says of its campaign. */
async function askingOrStanding(tx: Transaction, { ctx, campaign, signature }: Given) {
  const url = signatureUrl(ctx, signature.id);
  if (signature.stands) return standingLetter(ctx.language, campaign, url);
  const { name: site } = await findSite({ db: tx });
  return askingLetter(ctx.language, { deed: 'signature', site, url });
}

async function countOwn(tx: Transaction, given: Given & { wantsUpdates: boolean }): Promise<Signed> {
  const { ctx, campaign, email, signature, wantsUpdates } = given;
  const held = { ...signature, groupId: campaign.groupId, campaignId: campaign.id, title: campaign.title };
  if (wantsUpdates) await consent(tx, held);
  if (signature.beganNow) {
    await logSigned(tx, campaign, signature);
    await log(tx, held, 'campaigns.signature-confirmed');
    await promiseMail(tx, {
      key: `signature-receipt:${signature.id}:${signature.confirmedAt?.getTime()}`,
      to: email,
      language: ctx.language,
      groupId: campaign.groupId,
      ...receiptLetter(ctx.language, campaign, signatureUrl(ctx, signature.id)),
    });
  }
  return { state: 'confirmed', sealed: sealedId(ctx.settings.secret, SEAL, signature.id) };
}

/** Noted once per signature: a form sent again is not another deed. */
async function logSigned(tx: Transaction, campaign: SeenCampaign, { id, personId, isNew }: PutSignature) {
  if (!isNew) return;
  const held = { id, personId, groupId: campaign.groupId, campaignId: campaign.id, title: campaign.title };
  await log(tx, held, 'campaigns.signed');
  await noteHistory(tx, { ...historyOf(held), kind: 'signed' });
}

type Held = Pick<OwnSignatureFound, 'id' | 'personId' | 'groupId' | 'campaignId' | 'title'>;

async function consent(tx: Transaction, { personId, groupId, campaignId }: Held) {
  await giveConsent(tx, {
    personId,
    groupId,
    way: 'email',
    purpose: 'updates',
    how: 'signature',
    subjectId: campaignId,
  });
}

async function log(tx: Transaction, { id, groupId, campaignId, personId }: Held, kind: string) {
  await record(tx, { kind, groupId, subjectId: id, data: { campaignId, personId } });
}

function historyOf({ personId, groupId, campaignId, title }: Held) {
  return { personId, groupId, subjectId: campaignId, label: title };
}

function signatureUrl({ settings }: Context, id: string) {
  return `${settings.publicUrl}/signatures/${sealedId(settings.secret, SEAL, id)}`;
}
