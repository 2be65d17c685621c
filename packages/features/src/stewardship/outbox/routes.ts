import { deed, defineRoutes } from '../../http.ts';
import { openLetter } from './actions.ts';
import {
  LetterOpening,
  OutboxLetter,
  OutboxPage,
  OutboxQuery,
  OutboxSearch,
  OwnOpenings,
} from './contract.ts';
import { findOutboxLetter, listOutbox, listOwnOpenings, searchOutbox } from './queries.ts';

/** The site's mail for who looks after it, and who opened what for its receivers. */
export const outboxRoutes = defineRoutes({
  'GET /site/outbox': deed(
    { who: 'site-steward', query: OutboxQuery, answers: OutboxPage },
    (ctx, { query }) => listOutbox(ctx, query),
  ),
  'POST /site/outbox/searches': deed(
    { who: 'site-steward', body: OutboxSearch, answers: OutboxPage },
    (ctx, { body }) => searchOutbox(ctx, body),
  ),
  'GET /site/outbox/:mailId': deed({ who: 'site-steward', answers: OutboxLetter }, (ctx, { params }) =>
    findOutboxLetter(ctx, params.mailId),
  ),
  'POST /site/outbox/:mailId/openings': deed(
    { who: 'site-steward', body: LetterOpening, answers: OutboxLetter, status: 201 },
    (ctx, { params, body }) => openLetter(ctx, params.mailId, body),
  ),
  'GET /account/letter-openings': deed({ who: 'account', answers: OwnOpenings }, async (ctx) => ({
    rows: await listOwnOpenings(ctx),
  })),
});
