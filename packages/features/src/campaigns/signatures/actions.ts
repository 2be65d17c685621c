import type { Transaction } from '@groundwork/database';
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { asStored } from '../../addresses.ts';
import type { Context } from '../../context.ts';
import { Conflict, NotFound } from '../../errors.ts';
import { note } from '../../journal.ts';
import { tell } from '../../notices/actions.ts';
import { rememberPerson } from '../../people/actions.ts';
import { provePressed } from '../../people/points.ts';
import { learnPostcode } from '../../people/reach/learning.ts';
import { permit, refuseFrozen } from '../../policy.ts';
import { holdSignature, proveHold, TRAP, weighArrival } from '../bursts/holding.ts';
import { campaignPolicy, hasEnded, takesSignatures } from '../policy.ts';
import { findCampaign, type SeenCampaign } from '../queries.ts';
import { findBringing } from '../frames/queries.ts';
import type { NewSignature } from './contract.ts';
import { consentToUpdates, countSignature, recordSigning } from './counting.ts';
import { putSignature, type PutSignature } from './put.ts';
import { findOwnSignature } from './queries.ts';
import { campaignMailboxKey, signatureSealFor } from './seal.ts';
import { sealSigner } from './signer.ts';
import { dropTicks, giveShares, tickShares } from '../shares/actions.ts';
import { signatures } from './tables.ts';

export type Signed =
  { state: 'unconfirmed'; signer: string } | { state: 'confirmed' | 'held'; sealed: string };

/** The address a request comes from; null for what the site does by itself, such as its demonstration. */
type From = string | null;

/**
 * Puts a name under a campaign. Anyone can type an address, so it counts once confirmed from that mailbox; for a
 * signed-in viewer's own verified address it counts at once, unless it looks like part of a burst. The answer to everyone
 * else is the same whether or not that address signed before.
 */
export async function signCampaign(
  ctx: Context,
  slug: string,
  asked: NewSignature & { from: From },
): Promise<Signed> {
  const campaign = await findOwned(ctx, slug, asked);
  const { sponsorId, ownerId, frameId } = campaign;
  const email = asStored(asked.email);
  // An account's email is proven, or there would be no account.
  const isOwn = ctx.viewer.signedIn && ctx.viewer.email === email;
  const likeness = await suspectNow(ctx, { campaignId: campaign.id, email, isOwn, asked });
  const counts = isOwn && likeness === null;
  return ctx.change(async (tx) => {
    const remembered = rememberPerson(tx, {
      groupId: ownerId,
      email,
      name: asked.name.trim(),
      language: ctx.language,
      accountId: isOwn ? ctx.viewer.id : null,
      source: 'signature',
      subjectId: campaign.id,
    });
    const mailboxKey = isOwn ? campaignMailboxKey(ctx, campaign.id, email) : null;
    const put = { campaign, sponsorId, frameId, asked, counts, mailboxKey };
    // A stranger is who has this address, so both are asked at once; an account may be known by another.
    const [signature] = isOwn
      ? [await putSignature(tx, { ...put, personId: (await remembered).id })]
      : await Promise.all([putSignature(tx, { ...put, email }), remembered]);
    const { id: signatureId } = signature;
    // A proven signature is changed by nobody who only knows the address.
    if (campaign.sharing !== 'totals' && (isOwn || !signature.isProven)) {
      const slugs = asked.shares ?? [];
      await tickShares(tx, { signatureId, campaign, ownerId, email, slugs, isProven: isOwn });
    }
    // A counted signature is nobody's to hold who only knows the address.
    if (likeness && !signature.stands)
      await holdSignature(
        tx,
        { campaignId: campaign.id, groupId: campaign.groupId, id: signature.id },
        { likeness, isProven: isOwn },
      );
    if (!isOwn) {
      await askToConfirm(tx, { ctx, campaign, email, signature });
      const who = { campaignId: campaign.id, groupId: ownerId, name: asked.name.trim(), email };
      return { state: 'unconfirmed', signer: sealSigner(ctx, who) };
    }
    if (likeness) return answerHeld(tx, { ctx, campaign, email, signature });
    return countOwn(tx, { ctx, campaign, email, signature, wantsUpdates: asked.updates });
  });
}

/**
 * The campaign that is signed, with whose person the signer will be: the sponsor's by whose link they came, if they were told of it,
 * else the home group's. Told of another group than it is by now, they are told anew (409).
 */
async function findOwned(ctx: Context, slug: string, asked: NewSignature): Promise<OwnedCampaign> {
  const told = asked.owner ?? '';
  const [campaign, { bringer, frameId }] = await Promise.all([
    findCampaign(ctx, slug),
    findBringing(ctx, slug, { code: told && (asked.link?.trim() ?? ''), frame: asked.frame ?? '' }),
  ]);
  const brought = told === '' ? null : bringer;
  refuseFrozen(campaign);
  if (!takesSignatures(campaign)) throw new Conflict('campaigns.not-taking-signatures');
  if (told !== '' && told !== (brought?.slug ?? campaign.groupSlug))
    throw new Conflict('campaigns.owner-changed');
  return { ...campaign, frameId, sponsorId: brought?.id ?? null, ownerId: brought?.id ?? campaign.groupId };
}

/**
 * Proves a signature's mailbox: it counts from now on, unless it looks like part of a burst, or was released from one.
 * Safe to do twice; again after an undo, too.
 */
export async function confirmSignature(ctx: Context, sealed: string, from: From): Promise<void> {
  const signature = await findOwnSignature(ctx, sealed);
  if (signature.state === 'confirmed') return;
  refuseFrozen(signature);
  if (hasEnded({ state: signature.campaignState }) || signature.isCampaignHidden)
    throw new Conflict('campaigns.not-taking-signatures');
  const { campaignId, email, linkId } = signature;
  const isJudged = from !== null && email !== null && !signature.isReleased && !signature.isHeld;
  const likeness = isJudged ? await weighArrival(ctx, { campaignId, email, linkId, from }) : null;
  await ctx.change(async (tx) => {
    const pressed = await provePressed(tx, ctx, { personId: signature.personId, sealed, first: email });
    const mailboxKey = pressed && campaignMailboxKey(ctx, campaignId, pressed);
    if (likeness)
      await holdSignature(tx, { ...signature, groupId: signature.homeId }, { likeness, isProven: true });
    if (likeness ?? signature.isHeld) await proveHeld(tx, signature.id, mailboxKey);
    else await countSignature(tx, ctx, { ...signature, mailboxKey });
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
    await dropTicks(tx, signature.id);
    recordSigning(tx, signature, 'withdrew');
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
    note(tx, ctx, kind, { groupId: campaign.groupId, id });
  });
}

async function refuseDecided(tx: Transaction, id: string) {
  const decided = and(eq(signatures.id, id), isNotNull(signatures.hiddenReason));
  if ((await tx.$count(signatures, decided)) > 0) throw new Conflict('campaigns.hidden-by-report');
}

type Arriving = { campaignId: string; email: string; isOwn: boolean; asked: NewSignature & { from: From } };

/** What fills the trap is held at once; what counts at once is weighed at once; the rest when it is confirmed. */
async function suspectNow(ctx: Context, { campaignId, email, isOwn, asked }: Arriving) {
  if (asked.website) return TRAP;
  if (!isOwn || asked.from === null) return null;
  return weighArrival(ctx, { campaignId, email, linkId: null, from: asked.from });
}

/** It waits, proven; whoever took it back and confirms again has put it back, and it waits all the same. */
async function proveHeld(tx: Transaction, id: string, mailboxKey: string | null) {
  await tx
    .update(signatures)
    .set({ confirmedAt: null, withdrawnAt: null, ...(mailboxKey && { mailboxKey }) })
    .where(and(eq(signatures.id, id), eq(signatures.stands, false)));
  await proveHold(tx, id);
}

/** `ownerId`: the group whose person signs; `sponsorId`: the same, unless it is the home group. */
type OwnedCampaign = SeenCampaign & { ownerId: string; sponsorId: string | null; frameId: string | null };
type Given = { ctx: Context; campaign: OwnedCampaign; email: string; signature: PutSignature };

/** Only a mailbox that has confirmed this signature once reads what the group says of its campaign. */
async function askToConfirm(tx: Transaction, given: Given): Promise<void> {
  const { ctx, campaign, email, signature } = given;
  const about = aboutOwned(campaign);
  const { id: signatureId, stands, isNew, mailedAt } = signature;
  if (signature.isMailDue) {
    const to = { typed: 'form' as const, email, language: ctx.language };
    const kind = stands ? 'campaigns.signature-standing' : 'campaigns.signature-asked';
    await tell(tx, ctx, kind, { to, about, signatureId, email, again: isNew ? null : mailedAt });
  }
  if (!stands) logSigned(tx, campaign, signature);
}

async function countOwn(tx: Transaction, given: Given & { wantsUpdates: boolean }): Promise<Signed> {
  const { ctx, campaign, email, signature, wantsUpdates } = given;
  const own = { ...signature, ...ofCampaign(campaign) };
  if (wantsUpdates) await consentToUpdates(tx, ctx, own);
  if (signature.postcode !== null) await learnPostcode(tx, own, signature.postcode);
  await giveShares(tx, ctx, own);
  if (signature.beganNow) {
    logSigned(tx, campaign, signature);
    note(tx, null, 'campaigns.signature-confirmed', own, {
      campaignId: campaign.id,
      personId: own.personId,
    });
    const to = { person: own.personId, email, language: ctx.language };
    const { id: signatureId, confirmedAt } = signature;
    await tell(tx, ctx, 'campaigns.signature-receipt', {
      to,
      about: aboutOwned(campaign),
      ...{ signatureId, email, confirmedAt },
    });
  }
  return { state: 'confirmed', sealed: signatureSealFor(ctx, { id: signature.id, email }) };
}

/** For a signed-in viewer whose signature waits, or stands already and is not touched. */
async function answerHeld(tx: Transaction, { ctx, campaign, email, signature }: Given): Promise<Signed> {
  logSigned(tx, campaign, signature);
  if (signature.stands) await giveShares(tx, ctx, { ...signature, ...ofCampaign(campaign) });
  const sealed = signatureSealFor(ctx, { id: signature.id, email });
  return { state: signature.stands ? 'confirmed' : 'held', sealed };
}

/** Noted once per signature: a form sent again is not another deed. */
function logSigned(tx: Transaction, campaign: OwnedCampaign, { id, personId, isNew }: PutSignature) {
  if (!isNew) return;
  recordSigning(tx, { id, personId, ...ofCampaign(campaign) }, 'signed');
}

function ofCampaign({ id, ownerId, title, sharing }: OwnedCampaign) {
  return { campaignId: id, groupId: ownerId, title, sharing };
}

/** As a mail to whoever signed tells of it, in the name of the group whose person they are. */
function aboutOwned(campaign: OwnedCampaign) {
  return { ...campaign, groupId: campaign.ownerId };
}
