import type { Context } from '../../context.ts';
import { deed, defineRoutes } from '../../http.ts';
import { PageQuery } from '../../paging.ts';
import { findCampaign } from '../queries.ts';
import { isMailedTo } from '../../site/tokens.ts';
import { affirmTicks } from '../shares/actions.ts';
import { listShares, listTicked } from '../shares/queries.ts';
import { confirmSignature, hideSignature, signCampaign, withdrawSignature } from './actions.ts';
import {
  AffirmedShares,
  CampaignNumbers,
  NewSignature,
  OwnSignature,
  SignatureAccepted,
  SignatureCounted,
  SignaturePage,
} from './contract.ts';
import { countSignatures, findOwnSignature, listSignatures } from './queries.ts';
import { signatureRow, signatureView } from './views.ts';

/** A whole rally signs behind one wifi. */
const RALLY = { name: 'campaigns.signatures', count: 120, minutes: 1, crowdAt: 'slug' } as const;
/** Counted at once, or by the link in a mail. */
const SIGNED: Record<201 | 202, typeof SignatureCounted | typeof SignatureAccepted> = {
  201: SignatureCounted,
  202: SignatureAccepted,
};

const listRoutes = defineRoutes({
  'POST /campaigns/:slug/signatures': deed(
    {
      ...{ who: 'anyone', limit: RALLY, body: NewSignature },
      ...{ answers: SIGNED[201], status: 201, also: SIGNED },
    },
    async (ctx, { params, body, from }, reply) => {
      const signed = await signCampaign(ctx, params.slug, { ...body, from });
      if (signed.state === 'unconfirmed') void reply.code(202);
      return signed;
    },
  ),
  'GET /campaigns/:slug/signatures': deed(
    { who: 'account', query: PageQuery, answers: SignaturePage },
    async (ctx, { params, query }) => {
      const { rows, next } = await listSignatures(ctx, await findCampaign(ctx, params.slug), query);
      return { rows: rows.map(signatureRow), next };
    },
  ),
  'GET /campaigns/:slug/numbers': deed(
    { who: 'account', answers: CampaignNumbers },
    async (ctx, { params }) => countSignatures(ctx, await findCampaign(ctx, params.slug)),
  ),
  'PUT /campaigns/:slug/signatures/:id/hiding': deed({ who: 'account' }, (ctx, { params }) =>
    hideSignature(ctx, params.slug, params.id, true),
  ),
  'DELETE /campaigns/:slug/signatures/:id/hiding': deed({ who: 'account' }, (ctx, { params }) =>
    hideSignature(ctx, params.slug, params.id, false),
  ),
});

/** What the holder of the link from a mail may do with that one signature, without an account. */
const ownRoutes = defineRoutes({
  'GET /signatures/:sealed': deed({ who: 'link', answers: OwnSignature }, (ctx, { params }) =>
    seen(ctx, params.sealed),
  ),
  'PUT /signatures/:sealed/confirmation': deed(
    { who: 'link', answers: OwnSignature },
    async (ctx, { params, from }) => {
      await confirmSignature(ctx, params.sealed, from);
      return seen(ctx, params.sealed);
    },
  ),
  'PUT /signatures/:sealed/shares': deed(
    { who: 'link', body: AffirmedShares, answers: OwnSignature },
    async (ctx, { params, body }) => {
      await affirmTicks(ctx, params.sealed, body.shares);
      return seen(ctx, params.sealed);
    },
  ),
  'DELETE /signatures/:sealed': deed({ who: 'link', answers: OwnSignature }, async (ctx, { params }) => {
    await withdrawSignature(ctx, params.sealed);
    return seen(ctx, params.sealed);
  }),
});

export const signatureRoutes = { ...listRoutes, ...ownRoutes };

async function seen(ctx: Context, sealed: string) {
  const signature = await findOwnSignature(ctx, sealed);
  const [ticked, shares] = await Promise.all([listTicked(ctx, signature.id), listShares(ctx, signature.id)]);
  // An organizer may have written another address down for them: what other groups hold is told to the mailbox it is of.
  const isOf = ({ email }: { email: string }) => isMailedTo(ctx.settings.secret, sealed, email);
  return signatureView(ctx, signature, { ticked: ticked.filter(isOf), shares: shares.filter(isOf) });
}
