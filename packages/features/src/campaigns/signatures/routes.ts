import { Type } from 'typebox';
import type { Context } from '../../context.ts';
import type { Door } from '../../http.ts';
import { PageQuery } from '../../paging.ts';
import { takesMember } from '../../groups/policy.ts';
import { subscriptionSeal } from '../../people/queries.ts';
import { findCampaign } from '../queries.ts';
import { tearOff } from '../../links/views.ts';
import { confirmSignature, hideSignature, signCampaign, withdrawSignature } from './actions.ts';
import {
  CampaignNumbers,
  NewSignature,
  OwnSignature,
  SignatureAccepted,
  SignatureCounted,
  SignaturePage,
} from './contract.ts';
import { countSignatures, findOwnSignature, listSignatures } from './queries.ts';
import { shownAs } from './shown-name.ts';

const OfCampaign = Type.Object({ slug: Type.String() });
const OneSignature = Type.Object({ slug: Type.String(), id: Type.String({ format: 'uuid' }) });
const BySeal = Type.Object({ sealed: Type.String() });
const ACCOUNT = { who: 'account' } as const;
const LINK = { who: 'link' } as const;
/** A whole rally signs behind one wifi. */
const RALLY = { name: 'campaigns.signatures', count: 120, minutes: 1, crowdAt: 'slug' } as const;

export function signatureRoutes(app: Door): void {
  app.post(
    '/campaigns/:slug/signatures',
    {
      config: { who: 'anyone', limit: RALLY },
      schema: {
        params: OfCampaign,
        body: NewSignature,
        response: { 201: SignatureCounted, 202: SignatureAccepted },
      },
    },
    async ({ ctx, params, body, from }, reply) => {
      const signed = await signCampaign(ctx, params.slug, { ...body, from });
      return signed.state === 'unconfirmed' ? reply.code(202).send(signed) : reply.code(201).send(signed);
    },
  );

  app.get(
    '/campaigns/:slug/signatures',
    {
      config: ACCOUNT,
      schema: { params: OfCampaign, querystring: PageQuery, response: { 200: SignaturePage } },
    },
    async ({ ctx, params, query }) => {
      const { rows, next } = await listSignatures(ctx, await findCampaign(ctx, params.slug), query);
      const seen = rows.map(({ shownName, createdAt, ...row }) => ({
        ...row,
        shownAs: shownAs({ name: row.name, shownName }),
        createdAt: createdAt.toISOString(),
      }));
      return { rows: seen, next };
    },
  );

  app.get(
    '/campaigns/:slug/numbers',
    { config: ACCOUNT, schema: { params: OfCampaign, response: { 200: CampaignNumbers } } },
    async ({ ctx, params }) => countSignatures(ctx, await findCampaign(ctx, params.slug)),
  );

  app.put(
    '/campaigns/:slug/signatures/:id/hiding',
    { config: ACCOUNT, schema: { params: OneSignature } },
    async ({ ctx, params }, reply) => {
      await hideSignature(ctx, params.slug, params.id, true);
      return reply.code(204).send();
    },
  );

  app.delete(
    '/campaigns/:slug/signatures/:id/hiding',
    { config: ACCOUNT, schema: { params: OneSignature } },
    async ({ ctx, params }, reply) => {
      await hideSignature(ctx, params.slug, params.id, false);
      return reply.code(204).send();
    },
  );

  ownSignatureRoutes(app);
}

/** What the holder of the link from a mail may do with that one signature, without an account. */
function ownSignatureRoutes(app: Door) {
  const schema = { params: BySeal, response: { 200: OwnSignature } };

  app.get('/signatures/:sealed', { config: LINK, schema }, ({ ctx, params }) => ownView(ctx, params.sealed));

  app.put('/signatures/:sealed/confirmation', { config: LINK, schema }, async ({ ctx, params, from }) => {
    await confirmSignature(ctx, params.sealed, from);
    return ownView(ctx, params.sealed);
  });

  app.delete('/signatures/:sealed', { config: LINK, schema }, async ({ ctx, params }) => {
    await withdrawSignature(ctx, params.sealed);
    return ownView(ctx, params.sealed);
  });
}

async function ownView(ctx: Context, sealed: string): Promise<OwnSignature> {
  const signature = await findOwnSignature(ctx, sealed);
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
    subscription: state === 'unconfirmed' ? null : subscriptionSeal(ctx, signature.personId),
    hiddenReason: signature.hiddenReason,
    campaign: {
      id: campaignId,
      slug: campaignSlug,
      title,
      action,
      pledgeText,
      state: campaignState,
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
