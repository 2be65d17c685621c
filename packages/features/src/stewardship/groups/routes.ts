import { Type } from 'typebox';
import { onTheWire, type Door } from '../../http.ts';
import { endMeasure, giveSteward, takeBackVouching, takeMeasure, vouchFor } from './actions.ts';
import { MeasureKind, NewSteward, Reason, SiteGroupPage, SiteGroupQuery, SiteGroupView } from './contract.ts';
import { findSiteGroup, listSiteGroups } from './queries.ts';

const OneGroup = Type.Object({ groupId: Type.String({ format: 'uuid' }) });
const OneMeasure = Type.Interface([OneGroup], { kind: MeasureKind });
const STEWARD = { who: 'site-steward' } as const;

/** The groups of the site, for who looks after it. */
export function siteGroupRoutes(app: Door): void {
  app.get(
    '/site/groups',
    { config: STEWARD, schema: { querystring: SiteGroupQuery, response: { 200: SiteGroupPage } } },
    async ({ ctx, query }) => onTheWire(await listSiteGroups(ctx, query)),
  );

  app.get(
    '/site/groups/:groupId',
    { config: STEWARD, schema: { params: OneGroup, response: { 200: SiteGroupView } } },
    async ({ ctx, params }) => onTheWire(await findSiteGroup(ctx, params.groupId)),
  );

  app.put(
    '/site/groups/:groupId/vouching',
    { config: STEWARD, schema: { params: OneGroup } },
    async ({ ctx, params }, reply) => {
      await vouchFor(ctx, params.groupId);
      return reply.code(204).send();
    },
  );

  app.delete(
    '/site/groups/:groupId/vouching',
    { config: STEWARD, schema: { params: OneGroup } },
    async ({ ctx, params }, reply) => {
      await takeBackVouching(ctx, params.groupId);
      return reply.code(204).send();
    },
  );

  app.put(
    '/site/groups/:groupId/measures/:kind',
    { config: STEWARD, schema: { params: OneMeasure, body: Reason } },
    async ({ ctx, params: { groupId, kind }, body }, reply) => {
      await takeMeasure(ctx, groupId, { kind, ...body });
      return reply.code(204).send();
    },
  );

  app.delete(
    '/site/groups/:groupId/measures/:kind',
    { config: STEWARD, schema: { params: OneMeasure } },
    async ({ ctx, params }, reply) => {
      await endMeasure(ctx, params.groupId, params.kind);
      return reply.code(204).send();
    },
  );

  app.post(
    '/site/groups/:groupId/stewards',
    { config: STEWARD, schema: { params: OneGroup, body: NewSteward } },
    async ({ ctx, params, body }, reply) => {
      await giveSteward(ctx, params.groupId, body.email);
      return reply.code(204).send();
    },
  );
}
