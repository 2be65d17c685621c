import type { Context } from '../../context.ts';
import { takesMember } from '../../groups/policy.ts';
import type { Answer } from '../../http.ts';
import { tearOff } from '../../links/views.ts';
import { subscriptionSeal } from '../../people/queries.ts';
import type { RecentSigner } from '../contract.ts';
import type { listShares, listTicked } from '../shares/queries.ts';
import type { OwnSignature, SignatureRow } from './contract.ts';
import type { findOwnSignature, listRecentSigners, listSignatures } from './queries.ts';
import { shownAs } from './shown-name.ts';

type Shares = Record<'ticked', Awaited<ReturnType<typeof listTicked>>> &
  Record<'shares', Awaited<ReturnType<typeof listShares>>>;
type Own = Awaited<ReturnType<typeof findOwnSignature>>;
type Listed = Awaited<ReturnType<typeof listSignatures>>['rows'][number];
type Recent = Awaited<ReturnType<typeof listRecentSigners>>[number];

/** A signer on a campaign's page, as they want to be called. */
export function signerView({ id, comment, confirmedAt, ...signer }: Recent): Answer<RecentSigner> {
  return { id, name: shownAs(signer), comment, confirmedAt: confirmedAt ?? '' };
}

/** A signature as its organizers see it. */
export function signatureRow(signature: Listed): Answer<SignatureRow> {
  const shown = shownAs(signature);
  // Whose name is another group's to know is called here what they are called on the page.
  return { ...signature, ...(signature.personId === null && { name: shown }), shownAs: shown };
}

/** A signature for the holder of its link. */
export function signatureView(ctx: Context, signature: Own, { ticked, shares }: Shares): OwnSignature {
  const { state, name, comment, showName, wantsUpdates, campaignId, campaignSlug, campaignState, code } =
    signature;
  const { title, action, pledgeText, groupSlug, groupName, visibility, isCampaignHidden } = signature;
  return {
    state,
    name,
    comment,
    showName,
    shownAs: shownAs(signature),
    wantsUpdates,
    subscription:
      state === 'unconfirmed' || !signature.isTheirs ? null : subscriptionSeal(ctx, signature.personId),
    ticked: ticked.filter(({ isAffirmed }) => !isAffirmed).map(named),
    affirmed: ticked.filter(({ isAffirmed }) => isAffirmed).map(named),
    shares: shares.map(({ slug, name: group, personId }) => ({
      slug,
      name: group,
      subscription: subscriptionSeal(ctx, personId),
    })),
    hiddenReason: signature.hiddenReason,
    campaign: {
      id: campaignId,
      slug: campaignSlug,
      title,
      action,
      pledgeText,
      state: campaignState,
      sharing: signature.sharing,
      isHidden: isCampaignHidden,
      link: isCampaignHidden ? null : tearOff(ctx, code),
    },
    group: {
      slug: groupSlug,
      name: groupName,
      language: signature.language,
      isPublic: visibility !== 'private',
      takesMembers: visibility !== 'private' && takesMember(signature),
    },
  };
}

function named({ slug, name }: { slug: string; name: string }) {
  return { slug, name };
}
