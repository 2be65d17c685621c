import { Type } from 'typebox';
import { onTheWire, type Door } from '../../http.ts';
import { PageQuery } from '../../paging.ts';
import { endAllowance, giveAllowance } from './actions.ts';
import { AllowancesPage, NewAllowance } from './contract.ts';
import { listAllowances } from './queries.ts';

const ById = Type.Object({ subjectId: Type.String({ format: 'uuid' }) });
const STEWARD = { who: 'site-steward' } as const;

export function allowanceRoutes(app: Door): void {
  app.get(
    '/site/allowances',
    { config: STEWARD, schema: { querystring: PageQuery, response: { 200: AllowancesPage } } },
    async ({ ctx, query }) => onTheWire(await listAllowances(ctx, query)),
  );

  app.put(
    '/site/allowances',
    { config: STEWARD, schema: { body: NewAllowance } },
    async ({ ctx, body }, reply) => {
      await giveAllowance(ctx, body);
      return reply.code(204).send();
    },
  );

  app.delete(
    '/site/allowances/:subjectId',
    { config: STEWARD, schema: { params: ById } },
    async ({ ctx, params }, reply) => {
      await endAllowance(ctx, params.subjectId);
      return reply.code(204).send();
    },
  );
}
