import { Type } from 'typebox';
import { onTheWire, type Door } from '../../http.ts';
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

const OneMail = Type.Object({ mailId: Type.String({ format: 'uuid' }) });
const STEWARD = { who: 'site-steward' } as const;

/** The site's mail for who looks after it, and who opened what for its receivers. */
export function outboxRoutes(app: Door): void {
  app.get(
    '/site/outbox',
    { config: STEWARD, schema: { querystring: OutboxQuery, response: { 200: OutboxPage } } },
    async ({ ctx, query }) => onTheWire(await listOutbox(ctx, query)),
  );

  app.post(
    '/site/outbox/searches',
    { config: STEWARD, schema: { body: OutboxSearch, response: { 200: OutboxPage } } },
    async ({ ctx, body }) => onTheWire(await searchOutbox(ctx, body)),
  );

  app.get(
    '/site/outbox/:mailId',
    { config: STEWARD, schema: { params: OneMail, response: { 200: OutboxLetter } } },
    async ({ ctx, params }) => onTheWire(await findOutboxLetter(ctx, params.mailId)),
  );

  app.post(
    '/site/outbox/:mailId/openings',
    { config: STEWARD, schema: { params: OneMail, body: LetterOpening, response: { 201: OutboxLetter } } },
    async ({ ctx, params, body }, reply) =>
      reply.code(201).send(onTheWire(await openLetter(ctx, params.mailId, body))),
  );

  app.get(
    '/account/letter-openings',
    { config: { who: 'account' }, schema: { response: { 200: OwnOpenings } } },
    async ({ ctx }) => onTheWire({ rows: await listOwnOpenings(ctx) }),
  );
}
