import { deed, defineRoutes } from '../../http.ts';
import { PageQuery } from '../../paging.ts';
import { MadeCompact } from '../contract.ts';
import { askForUse, changeUse, decideUse, withdrawUse } from './actions.ts';
import { CompactLetter, UseDecision, UsePage, UseView } from './contract.ts';
import { findWholeUse, listUses } from './queries.ts';
import { useRow, useView } from './views.ts';

export const useRoutes = defineRoutes({
  'GET /groups/:slug/compacts/:compactId/uses': deed(
    { who: 'account', query: PageQuery, answers: UsePage },
    async (ctx, { params, query }) => {
      const { compact, rows, next } = await listUses(ctx, params, query);
      return { rows: rows.map((row) => useRow(row, compact)), next };
    },
  ),
  'POST /groups/:slug/compacts/:compactId/uses': deed(
    { who: 'account', body: CompactLetter, answers: MadeCompact, status: 201 },
    async (ctx, { params, body }) => ({ id: await askForUse(ctx, params, body) }),
  ),
  'GET /groups/:slug/compacts/:compactId/uses/:useId': deed(
    { who: 'account', answers: UseView },
    async (ctx, { params }) => useView(await findWholeUse(ctx, params)),
  ),
  'PUT /groups/:slug/compacts/:compactId/uses/:useId/letter': deed(
    { who: 'account', body: CompactLetter },
    (ctx, { params, body }) => changeUse(ctx, params, body),
  ),
  'PUT /groups/:slug/compacts/:compactId/uses/:useId/decision': deed(
    { who: 'account', body: UseDecision },
    (ctx, { params, body }) => decideUse(ctx, params, body),
  ),
  'DELETE /groups/:slug/compacts/:compactId/uses/:useId': deed({ who: 'account' }, (ctx, { params }) =>
    withdrawUse(ctx, params),
  ),
});
