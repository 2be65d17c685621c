import { Type } from 'typebox';
import { onTheWire, type Door } from '../http.ts';
import { allowed } from '../policy.ts';
import { answerSubscription, eraseOwnRecord, erasePerson, tagPerson } from './actions.ts';
import { OwnRecord, PeoplePage, PeopleQuery, PersonView, Subscription, TagsChange } from './contract.ts';
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

  app.get('/groups/:slug/people.csv', { config: ACCOUNT, schema: { params: InGroup } }, async ({ ctx, params }, reply) => {
    const { fileName, csv } = await exportPeople(ctx, params.slug);
    return reply
      .header('content-disposition', `attachment; filename="${fileName}"`)
      .type('text/csv; charset=utf-8')
      .send(csv);
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

  app.delete('/groups/:slug/people/:personId', { config: ACCOUNT, schema: { params: OnePerson } }, async ({ ctx, params }, reply) => {
    await erasePerson(ctx, params.slug, params.personId);
    return reply.code(204).send();
  });

  ownRoutes(app);
  oneClickRoute(app);
  importRoutes(app);
}

/** The POST a mail program sends when its own unsubscribe button is pressed (RFC 8058); its body says nothing new. */
function oneClickRoute(app: Door) {
  app.addContentTypeParser(['application/x-www-form-urlencoded', 'multipart/form-data'], (_request, body, done) => {
    body.resume();
    done(null, undefined);
  });
  app.post('/unsubscriptions/:sealed', { config: LINK, schema: { params: BySeal } }, async ({ ctx, params }, reply) => {
    await answerSubscription(ctx, params.sealed, false);
    return reply.code(204).send();
  });
}

/** What a person may do about themselves, by a link from a mail and without an account. */
function ownRoutes(app: Door) {
  app.get(
    '/own-records/:sealed',
    { config: LINK, schema: { params: BySeal, response: { 200: OwnRecord } } },
    async ({ ctx, params }) => onTheWire(await findOwnRecord(ctx, params.sealed)),
  );

  app.delete('/own-records/:sealed', { config: LINK, schema: { params: BySeal } }, async ({ ctx, params }, reply) => {
    await eraseOwnRecord(ctx, params.sealed);
    return reply.code(204).send();
  });

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
}
