import { deed, defineRoutes } from '../../http.ts';
import type { Subject } from '../../subject.ts';
import { enterRow, startSheet, takeRowBack, takeSheetBack } from './actions.ts';
import { NewSheet, NewSheetRow, SheetPage, SheetQuery, SheetsPage, StartedSheet } from './contract.ts';
import { listSheets, openSheet } from './queries.ts';

export const sheetRoutes = (subjects: Subject[]) =>
  defineRoutes({
    'GET /groups/:slug/sheets': deed(
      { who: 'account', query: SheetQuery, answers: SheetsPage },
      (ctx, { params, query }) => listSheets(ctx, params.slug, query),
    ),
    'POST /groups/:slug/sheets': deed(
      { who: 'account', body: NewSheet, answers: StartedSheet, status: 201 },
      async (ctx, { params, body }) => ({ id: await startSheet(ctx, subjects, { ...params, ...body }) }),
    ),
    'GET /groups/:slug/sheets/:sheetId': deed(
      { who: 'account', query: SheetQuery, answers: SheetPage },
      (ctx, { params, query }) => openSheet(ctx, subjects, { ...params, ...query }),
    ),
    'POST /groups/:slug/sheets/:sheetId/rows': deed(
      { who: 'account', body: NewSheetRow, answers: StartedSheet, status: 201 },
      async (ctx, { params, body }) => ({ id: await enterRow(ctx, { ...params, ...body }) }),
    ),
    'DELETE /groups/:slug/sheets/:sheetId/rows/:rowId': deed({ who: 'account' }, (ctx, { params }) =>
      takeRowBack(ctx, subjects, params),
    ),
    'PUT /groups/:slug/sheets/:sheetId/undoing': deed({ who: 'account' }, (ctx, { params }) =>
      takeSheetBack(ctx, subjects, params),
    ),
  });
