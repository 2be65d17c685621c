import { attached, CSV, deed, defineRoutes } from '../http.ts';
import { allowed } from '../policy.ts';
import type { Subject } from '../subject.ts';
import { findShutOf } from '../outbox/shut-mailboxes.ts';
import { sendOwnRecordLink, tagPerson } from './actions.ts';
import { additionRoutes } from './additions/routes.ts';
import { answerMembershipMail, answerSubscription } from './consents.ts';
import { Erasure, ExportQuery, OwnRecord, PersonView, Subscription, TagsChange } from './contract.ts';
import { correctionRoutes } from './corrections/routes.ts';
import { eraseOwnRecord, erasePerson } from './erasing.ts';
import { exportPeople } from './exports/actions.ts';
import { listExternalIds } from './external-ids/queries.ts';
import { fieldRoutes } from './fields/routes.ts';
import { historyRoutes } from './history/routes.ts';
import { importRoutes } from './imports/routes.ts';
import { mergingRoutes } from './merging/routes.ts';
import { listOwnNotes } from './notes/queries.ts';
import { noteRoutes } from './notes/routes.ts';
import { noteLook } from './own/looks.ts';
import { listOwnPoints } from './origins/queries.ts';
import { ownPageRoutes } from './own/routes.ts';
import { peoplePolicy } from './policy.ts';
import { preferAll, preferMonthly } from './preferences/actions.ts';
import { findOwnRecord, findPerson, findSubscription } from './queries.ts';
import { reachRoutes } from './reach/routes.ts';
import { retentionRoutes } from './retention/routes.ts';
import { sheetRoutes } from './sheets/routes.ts';
import { writerRoutes } from './writers/routes.ts';

const personRoutes = defineRoutes({
  // A POST: asking for the file is on record, and no link or page that is fetched ahead asks for it.
  'POST /groups/:slug/people/exports': deed(
    { who: 'account', query: ExportQuery, sends: CSV },
    async (ctx, { params, query }, reply) => {
      const { fileName, type, file } = await exportPeople(ctx, params.slug, query);
      void reply.type(type);
      return attached(reply, { fileName, csv: file });
    },
  ),
  'GET /groups/:slug/people/:personId': deed(
    { who: 'account', answers: PersonView },
    async (ctx, { params }) => {
      const { group, ...person } = await findPerson(ctx, params.slug, params.personId);
      await noteLook(ctx, { id: person.id, groupId: group.id });
      return { ...person, can: allowed(peoplePolicy, group) };
    },
  ),
  'PUT /groups/:slug/people/:personId/tags': deed(
    { who: 'account', body: TagsChange },
    (ctx, { params, body }) => tagPerson(ctx, params.slug, params.personId, body.tags),
  ),
  'DELETE /groups/:slug/people/:personId': deed({ who: 'account' }, (ctx, { params }) =>
    erasePerson(ctx, params.slug, params.personId),
  ),
});

/** What a person may do about themselves, by a link from a mail and without an account. */
const ownRoutes = defineRoutes({
  'GET /own-records/:sealed': deed({ who: 'link', answers: OwnRecord }, async (ctx, { params }) => {
    const record = await findOwnRecord(ctx, params.sealed);
    const [points, shut, notes, externalIds] = await Promise.all([
      listOwnPoints(ctx.db, record),
      findShutOf(ctx, record.email),
      listOwnNotes(ctx, record.id),
      listExternalIds(ctx.db, record.id),
    ]);
    return { ...record, points, shut, notes, externalIds };
  }),
  'DELETE /own-records/:sealed': deed({ who: 'link', query: Erasure }, (ctx, { params, query }) =>
    eraseOwnRecord(ctx, params.sealed, query),
  ),
  'GET /subscriptions/:sealed': deed({ who: 'link', answers: Subscription }, (ctx, { params }) =>
    findSubscription(ctx, params.sealed),
  ),
  'PUT /subscriptions/:sealed': deed({ who: 'link', answers: Subscription }, (ctx, { params }) =>
    answerSubscription(ctx, params.sealed, true),
  ),
  'DELETE /subscriptions/:sealed': deed({ who: 'link', answers: Subscription }, (ctx, { params }) =>
    answerSubscription(ctx, params.sealed, false),
  ),
  'PUT /subscriptions/:sealed/monthly': deed({ who: 'link' }, (ctx, { params }) =>
    preferMonthly(ctx, params.sealed),
  ),
  'PUT /subscriptions/:sealed/all': deed({ who: 'link' }, (ctx, { params }) => preferAll(ctx, params.sealed)),
  'PUT /subscriptions/:sealed/membership': deed({ who: 'link' }, (ctx, { params }) =>
    answerMembershipMail(ctx, params.sealed, true),
  ),
  'DELETE /subscriptions/:sealed/membership': deed({ who: 'link' }, (ctx, { params }) =>
    answerMembershipMail(ctx, params.sealed, false),
  ),
  'POST /subscriptions/:sealed/own-record-mails': deed({ who: 'link', status: 202 }, (ctx, { params }) =>
    sendOwnRecordLink(ctx, params.sealed),
  ),
});

/**
 * What a mail's List-Unsubscribe header leads to: the POST that a mail program sends when its own button is pressed
 * (RFC 8058; whatever its body says, it says nothing new), and the GET of those that only open addresses.
 */
const oneClickRoutes = defineRoutes({
  'GET /unsubscriptions/:sealed': deed({ who: 'link', status: 302 }, (ctx, { params }, reply) => {
    const address = `${ctx.settings.publicUrl}/unsubscribe/${encodeURIComponent(params.sealed)}`;
    void reply.header('location', address);
  }),
  'POST /unsubscriptions/:sealed': deed({ who: 'link', body: 'unread' }, (ctx, { params }) =>
    answerSubscription(ctx, params.sealed, false),
  ),
});

export const peopleRoutes = (subjects: Subject[]) => ({
  ...personRoutes,
  ...ownRoutes,
  ...oneClickRoutes,
  ...ownPageRoutes(subjects),
  ...retentionRoutes,
  ...reachRoutes,
  ...importRoutes,
  ...fieldRoutes,
  ...additionRoutes,
  ...correctionRoutes,
  ...noteRoutes,
  ...historyRoutes(subjects),
  ...sheetRoutes(subjects),
  ...mergingRoutes(subjects),
  ...writerRoutes,
});
