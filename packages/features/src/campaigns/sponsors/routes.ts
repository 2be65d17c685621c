import { Type } from 'typebox';
import type { Door } from '../../http.ts';
import { findCampaign } from '../queries.ts';
import { acceptSponsorship, dropSponsor, inviteSponsor, leaveSponsorship } from './actions.ts';
import { SponsorList, SponsorshipList } from './contract.ts';
import { listInvitedSponsors, listSponsorships } from './queries.ts';

const OfCampaign = Type.Object({ slug: Type.String() });
const OneSponsor = Type.Object({ slug: Type.String(), group: Type.String() });
const OneSponsorship = Type.Object({ slug: Type.String(), campaign: Type.String() });
const ACCOUNT = { who: 'account' } as const;

export function sponsorRoutes(app: Door): void {
  app.get(
    '/campaigns/:slug/sponsors',
    { config: ACCOUNT, schema: { params: OfCampaign, response: { 200: SponsorList } } },
    async ({ ctx, params }) => {
      const rows = await listInvitedSponsors(ctx, await findCampaign(ctx, params.slug));
      return { rows: rows.map((row) => ({ ...row, ...datesOf(row) })) };
    },
  );

  app.put(
    '/campaigns/:slug/sponsors/:group',
    { config: ACCOUNT, schema: { params: OneSponsor } },
    async ({ ctx, params }, reply) => {
      await inviteSponsor(ctx, params.slug, params.group);
      return reply.code(204).send();
    },
  );

  app.delete(
    '/campaigns/:slug/sponsors/:group',
    { config: ACCOUNT, schema: { params: OneSponsor } },
    async ({ ctx, params }, reply) => {
      await dropSponsor(ctx, params.slug, params.group);
      return reply.code(204).send();
    },
  );

  sponsorshipRoutes(app);
}

/** The same, from the side of the group that is asked. */
function sponsorshipRoutes(app: Door) {
  app.get(
    '/groups/:slug/sponsorships',
    { config: ACCOUNT, schema: { params: OfCampaign, response: { 200: SponsorshipList } } },
    async ({ ctx, params }) => {
      const rows = await listSponsorships(ctx, params.slug);
      return {
        rows: rows.map((row) => ({
          campaign: { slug: row.campaignSlug, title: row.title, ask: row.ask },
          group: { slug: row.groupSlug, name: row.groupName, language: row.language },
          ...datesOf(row),
        })),
      };
    },
  );

  app.put(
    '/groups/:slug/sponsorships/:campaign',
    { config: ACCOUNT, schema: { params: OneSponsorship } },
    async ({ ctx, params }, reply) => {
      await acceptSponsorship(ctx, params.slug, params.campaign);
      return reply.code(204).send();
    },
  );

  app.delete(
    '/groups/:slug/sponsorships/:campaign',
    { config: ACCOUNT, schema: { params: OneSponsorship } },
    async ({ ctx, params }, reply) => {
      await leaveSponsorship(ctx, params.slug, params.campaign);
      return reply.code(204).send();
    },
  );
}

function datesOf({ invitedAt, acceptedAt }: { invitedAt: Date; acceptedAt: Date | null }) {
  return { invitedAt: invitedAt.toISOString(), acceptedAt: acceptedAt?.toISOString() ?? null };
}
