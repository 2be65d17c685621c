import { deed, defineRoutes } from '../http.ts';
import { allowed } from '../policy.ts';
import { answerPerson, closeDesk, openDesk, putAside, takeUp } from './actions.ts';
import { AnswerInput, ExchangePage, ExchangeQuery, ExchangeView, MadeAnswer } from './contract.ts';
import { exchangePolicy, exchangesPolicy } from './policy.ts';
import { findExchange, isMailRead, listExchanges, listLettersOf } from './queries.ts';

export const exchangeRoutes = defineRoutes({
  'GET /groups/:slug/exchanges': deed(
    { who: 'account', query: ExchangeQuery, answers: ExchangePage },
    async (ctx, { params, query }) => {
      const { group, rows, ...page } = await listExchanges(ctx, params.slug, query);
      return {
        ...page,
        rows: rows.map(({ cursor: _, ...row }) => row),
        isPossible: await isMailRead(ctx),
        can: allowed(exchangesPolicy, group),
      };
    },
  ),
  'GET /groups/:slug/exchanges/:exchangeId': deed(
    { who: 'account', answers: ExchangeView },
    async (ctx, { params }) => {
      const seen = await findExchange(ctx, params.slug, params.exchangeId);
      const { id, person, subject, isWaiting } = seen;
      const letters = await listLettersOf(ctx, seen);
      return { id, person, subject, isWaiting, letters, can: allowed(exchangePolicy, seen) };
    },
  ),
  'POST /groups/:slug/exchanges/:exchangeId/letters': deed(
    { who: 'account', body: AnswerInput, answers: MadeAnswer, status: 201 },
    async (ctx, { params, body }) => ({ id: await answerPerson(ctx, params, body.body) }),
  ),
  'PUT /groups/:slug/exchanges/:exchangeId/rest': deed({ who: 'account' }, (ctx, { params }) =>
    putAside(ctx, params),
  ),
  'DELETE /groups/:slug/exchanges/:exchangeId/rest': deed({ who: 'account' }, (ctx, { params }) =>
    takeUp(ctx, params),
  ),
  'PUT /groups/:slug/answer-desk': deed({ who: 'account' }, (ctx, { params }) => openDesk(ctx, params.slug)),
  'DELETE /groups/:slug/answer-desk': deed({ who: 'account' }, (ctx, { params }) =>
    closeDesk(ctx, params.slug),
  ),
});
