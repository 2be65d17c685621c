import { deed, defineRoutes } from '../../http.ts';
import type { Subject } from '../../subject.ts';
import { HistoryQuery, PersonHistoryPage } from './contract.ts';
import { listHistory } from './queries.ts';

export const historyRoutes = (subjects: Subject[]) =>
  defineRoutes({
    'GET /groups/:slug/people/:personId/history': deed(
      { who: 'account', query: HistoryQuery, answers: PersonHistoryPage },
      (ctx, { params, query }) => listHistory(ctx, subjects, { ...params, ...query }),
    ),
  });
