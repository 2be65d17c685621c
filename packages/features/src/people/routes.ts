import { Type } from 'typebox';
import { onTheWire, type Door } from '../http.ts';
import { allowed } from '../policy.ts';
import { sendOwnRecordLink, tagPerson } from './actions.ts';
import { answerSubscription } from './consents.ts';
import {
  Erasure,
  OwnRecord,
  PeoplePage,
  PeopleQuery,
  PersonView,
  Subscription,
  TagsChange,
} from './contract.ts';
import { eraseOwnRecord, erasePerson } from './erasing.ts';
import { exportPeople } from './exports/actions.ts';
import { importRoutes } from './imports/routes.ts';
import { peoplePolicy } from './policy.ts';
import { findOwnRecord, findPerson, findSubscription, listPeople } from './queries.ts';

const InGroup = Type.Object({ slug: Type.String() });
const OnePerson = Type.Object({ slug: Type.String(), personId: Type.String({ format: 'uuid' }) });
const BySeal = Type.Object({ sealed: Type.String() });
const ACCOUNT = { who: 'account' } as const;
const LINK = { who: 'link' } as const;

export function peopleRoutes(app: Door): void {
  app.get(
    '/groups/:slug/people',
    { config: ACCOUNT, schema: { params: InGroup, querystring: PeopleQuery, response: { 200: PeoplePage } } },
    async ({ ctx, params, query }) => {
      const { group, ...page } = await listPeople(ctx, params.slug, query);
      return onTheWire({ ...page, can: allowed(peoplePolicy, group) });
    },
  );

  // A POST: asking for the file is on record, and no link or page that is fetched ahead asks for it.
  const csv = { config: ACCOUNT, schema: { params: InGroup } };
  app.post('/groups/:slug/people/exports', csv, async ({ ctx, params }, reply) => {
    const exported = await exportPeople(ctx, params.slug);
    return reply
      .header('content-disposition', `attachment; filename="${exported.fileName}"`)
      .type('text/csv; charset=utf-8')
      .send(exported.csv);
  });

  app.get(
    '/groups/:slug/people/:personId',
    { config: ACCOUNT, schema: { params: OnePerson, response: { 200: PersonView } } },
    async ({ ctx, params }) => {
      const { group, ...person } = await findPerson(ctx, params.slug, params.personId);
      return onTheWire({ ...person, can: allowed(peoplePolicy, group) });
    },
  );

  app.put(
    '/groups/:slug/people/:personId/tags',
    { config: ACCOUNT, schema: { params: OnePerson, body: TagsChange } },
    async ({ ctx, params, body }, reply) => {
      await tagPerson(ctx, params.slug, params.personId, body.tags);
      return reply.code(204).send();
    },
  );

  app.delete(
    '/groups/:slug/people/:personId',
    { config: ACCOUNT, schema: { params: OnePerson } },
    async ({ ctx, params }, reply) => {
      await erasePerson(ctx, params.slug, params.personId);
      return reply.code(204).send();
    },
  );

  ownRoutes(app);
  oneClickRoutes(app);
  importRoutes(app);
}

/**
 * What a mail's List-Unsubscribe header leads to: the POST that a mail program sends when its own button is pressed
 * (RFC 8058; whatever its body says, it says nothing new), and the GET of those that only open addresses.
 */
function oneClickRoutes(app: Door) {
  const schema = { params: BySeal };
  app.get('/unsubscriptions/:sealed', { config: LINK, schema }, ({ ctx, params }, reply) =>
    reply.redirect(`${ctx.settings.publicUrl}/unsubscribe/${encodeURIComponent(params.sealed)}`),
  );
  // In a scope of its own: elsewhere such a body is refused.
  app.register((own: Door, _options, done) => {
    own.removeAllContentTypeParsers();
    own.addContentTypeParser('*', (_request, body, parsed) => {
      body.resume();
      parsed(null, undefined);
    });
    own.post('/unsubscriptions/:sealed', { config: LINK, schema }, async ({ ctx, params }, reply) => {
      await answerSubscription(ctx, params.sealed, false);
      return reply.code(204).send();
    });
    done();
  });
}

/** What a person may do about themselves, by a link from a mail and without an account. */
function ownRoutes(app: Door) {
  app.get(
    '/own-records/:sealed',
    { config: LINK, schema: { params: BySeal, response: { 200: OwnRecord } } },
    async ({ ctx, params }) => onTheWire(await findOwnRecord(ctx, params.sealed)),
  );

  app.delete(
    '/own-records/:sealed',
    { config: LINK, schema: { params: BySeal, querystring: Erasure } },
    async ({ ctx, params, query }, reply) => {
      await eraseOwnRecord(ctx, params.sealed, query);
      return reply.code(204).send();
    },
  );

  app.get(
    '/subscriptions/:sealed',
    { config: LINK, schema: { params: BySeal, response: { 200: Subscription } } },
    ({ ctx, params }) => findSubscription(ctx, params.sealed),
  );

  app.put(
    '/subscriptions/:sealed',
    { config: LINK, schema: { params: BySeal, response: { 200: Subscription } } },
    ({ ctx, params }) => answerSubscription(ctx, params.sealed, true),
  );

  app.delete(
    '/subscriptions/:sealed',
    { config: LINK, schema: { params: BySeal, response: { 200: Subscription } } },
    ({ ctx, params }) => answerSubscription(ctx, params.sealed, false),
  );

  app.post(
    '/subscriptions/:sealed/own-record-mails',
    { config: LINK, schema: { params: BySeal } },
    async ({ ctx, params }, reply) => {
      await sendOwnRecordLink(ctx, params.sealed);
      return reply.code(202).send();
    },
  );
}
