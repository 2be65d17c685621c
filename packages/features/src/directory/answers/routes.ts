import { deed, defineRoutes } from '../../http.ts';
import { PageQuery } from '../../paging.ts';
import { MadeListing } from '../contract.ts';
import { answerListing, decideAnswer, fulfilAnswer, withdrawAnswer } from './actions.ts';
import { GivenAnswerPage, ListingAnswerPage, ListingDecision, NewListingAnswer } from './contract.ts';
import { listGivenAnswers, listListingAnswers } from './queries.ts';
import { answerRow, givenAnswer } from './views.ts';

export const answerRoutes = defineRoutes({
  'GET /listings/:id/answers': deed(
    { who: 'account', query: PageQuery, answers: ListingAnswerPage },
    async (ctx, { params, query }) => {
      const { listing, rows, next } = await listListingAnswers(ctx, params.id, query);
      return { rows: rows.map((row) => answerRow(row, listing)), next };
    },
  ),
  'POST /listings/:id/answers': deed(
    { who: 'account', body: NewListingAnswer, answers: MadeListing, status: 201 },
    (ctx, { params, body }) => answerListing(ctx, params.id, body),
  ),
  'PUT /listings/:id/answers/:answerId/decision': deed(
    { who: 'account', body: ListingDecision },
    (ctx, { params, body }) => decideAnswer(ctx, atAnswer(params), body),
  ),
  'PUT /listings/:id/answers/:answerId/fulfilment': deed({ who: 'account' }, (ctx, { params }) =>
    fulfilAnswer(ctx, atAnswer(params)),
  ),
  'DELETE /listings/:id/answers/:answerId': deed({ who: 'account' }, (ctx, { params }) =>
    withdrawAnswer(ctx, atAnswer(params)),
  ),
  'GET /groups/:slug/listing-answers': deed(
    { who: 'account', query: PageQuery, answers: GivenAnswerPage },
    async (ctx, { params, query }) => {
      const { rows, next } = await listGivenAnswers(ctx, params.slug, query);
      return { rows: rows.map(givenAnswer), next };
    },
  ),
});

function atAnswer({ id: listingId, answerId }: { id: string; answerId: string }) {
  return { listingId, answerId };
}
