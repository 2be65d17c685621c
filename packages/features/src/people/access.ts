import { sealedId } from '../site/tokens.ts';
import type { Access } from '../testing/access.ts';
import { sealEmailAsked } from './own/email-seals.ts';
import { sealMailbox } from './own/mailboxes.ts';
import { writerChoice } from './writers/queries.ts';
import type { peopleRoutes } from './routes.ts';

const plan = {
  encoding: 'utf-8',
  delimiter: ',',
  headingRow: 1,
  columns: ['name', 'email'],
  consent: 'none',
};
const field = { name: 'Shift', kind: 'text', purpose: 'To offer shifts that fit.', sees: 'organizers' };
const heading = { title: 'Table in the square', language: 'en', day: '2026-01-31' };
const list = { query: 'fileName=list.csv', headers: { 'content-type': 'text/csv' } };

export const peopleAccess: Access<ReturnType<typeof peopleRoutes>> = {
  expected: {
    'POST /groups/:slug/people/exports': '401 404 404 403 200 404 404 404',
    'GET /groups/:slug/people/:personId': '401 404 404 200 200 404 404 404',
    'PUT /groups/:slug/people/:personId/tags': '401 404 404 204 204 404 404 404',
    'GET /groups/:slug/people/:personId/reach': '401 404 404 200 200 404 404 404',
    'PUT /groups/:slug/people/:personId/contact-points': '401 404 404 204 204 404 404 404',
    'PUT /groups/:slug/people/:personId/contact-points/removed': '401 404 404 404 404 404 404 404',
    'PUT /groups/:slug/people/:personId/address': '401 404 404 204 204 404 404 404',
    'PUT /groups/:slug/people/:personId/spoken-answer': '401 404 404 204 204 404 404 404',
    'DELETE /groups/:slug/people/:personId/spoken-answer': '401 404 404 409 409 404 404 404',
    'PUT /groups/:slug/people/:personId/do-not-contact': '401 404 404 204 204 404 404 404',
    'DELETE /groups/:slug/people/:personId/do-not-contact': '401 404 404 204 204 404 404 404',
    'PUT /groups/:slug/people/:personId/do-not-share': '401 404 404 204 204 404 404 404',
    'DELETE /groups/:slug/people/:personId/do-not-share': '401 404 404 409 409 404 404 404',
    'PUT /subscriptions/:sealed/monthly': '204 204 204 204 204 204 204 204',
    'PUT /subscriptions/:sealed/all': '204 204 204 204 204 204 204 204',
    'PUT /subscriptions/:sealed/membership': '204 204 204 204 204 204 204 204',
    'DELETE /subscriptions/:sealed/membership': '204 204 204 204 204 204 204 204',
    'GET /subscriptions/:sealed/writers/:choice': '200 200 200 200 200 200 200 200',
    'PUT /subscriptions/:sealed/writers/:choice': '204 204 204 204 204 204 204 204',
    'DELETE /subscriptions/:sealed/writers/:choice': '204 204 204 204 204 204 204 204',
    'DELETE /groups/:slug/people/:personId': '401 404 404 403 204 404 404 404',
    'POST /groups/:slug/people': '401 404 404 201 201 404 404 404',
    'PATCH /groups/:slug/people/:personId': '401 404 404 204 204 404 404 404',
    'GET /groups/:slug/people-contacts': '401 404 404 200 200 404 404 404',
    'GET /groups/:slug/people/:personId/history': '401 404 404 200 200 404 404 404',
    'GET /groups/:slug/people/:personId/notes': '401 404 404 200 200 404 404 404',
    'POST /groups/:slug/people/:personId/notes': '401 404 404 201 201 404 404 404',
    'PATCH /groups/:slug/people/:personId/notes/:noteId': '401 404 404 403 204 404 404 404',
    'PUT /groups/:slug/people/:personId/notes/:noteId/removal': '401 404 404 204 204 404 404 404',
    'DELETE /groups/:slug/people/:personId/notes/:noteId/removal': '401 404 404 204 204 404 404 404',
    'GET /groups/:slug/people/:personId/comparison/:otherId': '401 404 404 403 200 404 404 404',
    'GET /groups/:slug/people/:personId/merges': '401 404 404 200 200 404 404 404',
    'POST /groups/:slug/people/:personId/merges': '401 404 404 403 201 404 404 404',
    'DELETE /groups/:slug/people/:personId/merges/:mergeId': '401 404 404 403 404 404 404 404',
    'GET /groups/:slug/duplicates': '401 404 404 200 200 404 404 404',
    'GET /groups/:slug/duplicate-looks': '401 404 404 200 200 404 404 404',
    'POST /groups/:slug/duplicate-looks': '401 404 404 403 202 404 404 404',
    'POST /groups/:slug/people-apart': '401 404 404 403 204 404 404 404',
    'GET /groups/:slug/sheets': '401 404 404 200 200 404 404 404',
    'POST /groups/:slug/sheets': '401 404 404 201 201 404 404 404',
    'GET /groups/:slug/sheets/:sheetId': '401 404 404 200 200 404 404 404',
    'POST /groups/:slug/sheets/:sheetId/rows': '401 404 404 201 201 404 404 404',
    'DELETE /groups/:slug/sheets/:sheetId/rows/:rowId': '401 404 404 204 204 404 404 404',
    'PUT /groups/:slug/sheets/:sheetId/undoing': '401 404 404 204 204 404 404 404',
    'GET /own-records/:sealed': '200 200 200 200 200 200 200 200',
    'DELETE /own-records/:sealed': '204 204 204 204 204 204 204 204',
    'POST /own-mailboxes': '202 202 202 202 202 202 202 202',
    'GET /own-mailboxes/:sealed/records': '200 200 200 200 200 200 200 200',
    'DELETE /own-mailboxes/:sealed/records': '204 204 204 204 204 204 204 204',
    'GET /own-mailboxes/:sealed/copy': '200 200 200 200 200 200 200 200',
    'POST /own-mailboxes/:sealed/emails': '202 202 202 202 202 202 202 202',
    'POST /own-records/:sealed/emails': '202 202 202 202 202 202 202 202',
    'PUT /own-records/:sealed/emails/first': '404 404 404 404 404 404 404 404',
    'PUT /own-records/:sealed/emails/removed': '204 204 204 204 204 204 204 204',
    'GET /own-emails/:sealed': '200 200 200 200 200 200 200 200',
    'PUT /own-emails/:sealed': '200 200 200 200 200 200 200 200',
    'PATCH /own-records/:sealed': '204 204 204 204 204 204 204 204',
    'PUT /own-records/:sealed/answer': '204 204 204 204 204 204 204 204',
    'GET /own-records/:sealed/copy': '200 200 200 200 200 200 200 200',
    'GET /own-records/:sealed/looks': '200 200 200 200 200 200 200 200',
    'GET /groups/:slug/people-forgetting': '401 404 404 200 200 404 404 404',
    'PUT /groups/:slug/people/:personId/keeping': '401 404 404 204 204 404 404 404',
    'GET /subscriptions/:sealed': '200 200 200 200 200 200 200 200',
    'PUT /subscriptions/:sealed': '200 200 200 200 200 200 200 200',
    'DELETE /subscriptions/:sealed': '200 200 200 200 200 200 200 200',
    'POST /subscriptions/:sealed/own-record-mails': '202 202 202 202 202 202 202 202',
    'GET /unsubscriptions/:sealed': '302 302 302 302 302 302 302 302',
    'POST /unsubscriptions/:sealed': '204 204 204 204 204 204 204 204',
    'GET /groups/:slug/person-fields': '401 404 404 200 200 404 404 404',
    'GET /groups/:slug/person-fields/counts': '401 404 404 403 200 404 404 404',
    'POST /groups/:slug/person-fields': '401 404 404 403 201 404 404 404',
    'PUT /groups/:slug/person-fields/:fieldId': '401 404 404 403 204 404 404 404',
    'PUT /groups/:slug/person-fields/:fieldId/place': '401 404 404 403 204 404 404 404',
    'DELETE /groups/:slug/person-fields/:fieldId': '401 404 404 403 204 404 404 404',
    'GET /groups/:slug/people/:personId/field-values': '401 404 404 200 200 404 404 404',
    'PUT /groups/:slug/people/:personId/field-values': '401 404 404 204 204 404 404 404',
    'GET /own-records/:sealed/field-values': '200 200 200 200 200 200 200 200',
    'POST /groups/:slug/imports': '401 404 404 201 201 404 404 404',
    'GET /groups/:slug/imports': '401 404 404 200 200 404 404 404',
    'GET /groups/:slug/imports/:importId': '401 404 404 200 200 404 404 404',
    'PUT /groups/:slug/imports/:importId/plan': '401 404 404 200 200 404 404 404',
    'PUT /groups/:slug/imports/:importId/approval': '401 404 404 202 202 404 404 404',
    'PUT /groups/:slug/imports/:importId/undoing': '401 404 404 409 409 404 404 404',
  },
  async furnish(site, { group, cast }) {
    await site.work();
    const steward = site.as(cast.steward);
    const people = await steward.get(`/groups/${group.slug}/people`);
    const path = `/groups/${group.slug}/imports?${list.query}`;
    const started = await steward.post(path, 'name,email\nAda,ada@example.org', list.headers);
    const personId = String(people.body.rows[0].id);
    const defined = await steward.post(`/groups/${group.slug}/person-fields`, field);
    const noted = await steward.post(`/groups/${group.slug}/people/${personId}/notes`, { body: 'Drives.' });
    const sheet = await steward.post(`/groups/${group.slug}/sheets`, heading);
    const row = await steward.post(`/groups/${group.slug}/sheets/${sheet.body.id}/rows`, { name: 'Bo Lind' });
    const other = await steward.post(`/groups/${group.slug}/people`, { name: 'Eve Stone' });
    const { secret } = site.house.settings;
    const subscription = sealedId(secret, 'unsubscribe', personId);
    return {
      ':personId': personId,
      ':otherId': other.body.id,
      ':mergeId': other.body.id,
      ':fieldId': defined.body.id,
      ':importId': started.body.id,
      ':noteId': noted.body.id,
      ':sheetId': sheet.body.id,
      ':rowId': row.body.id,
      'own-mailboxes/:sealed': sealMailbox(site.house, 'nobody-known@example.org'),
      'own-emails/:sealed': sealEmailAsked(site.house, { email: 'second@example.org', personId }),
      'own-records/:sealed': sealedId(secret, 'own-record', personId),
      'subscriptions/:sealed': subscription,
      reader: subscription,
      writer: writerChoice(site.house, personId, group.id),
      'unsubscriptions/:sealed': subscription,
    };
  },
  asks: (things) => ({
    'GET /subscriptions/:sealed/writers/:choice': {
      params: { sealed: things.reader, choice: things.writer },
    },
    'PUT /subscriptions/:sealed/writers/:choice': {
      params: { sealed: things.reader, choice: things.writer },
    },
    'DELETE /subscriptions/:sealed/writers/:choice': {
      params: { sealed: things.reader, choice: things.writer },
    },
    'POST /groups/:slug/people/:personId/merges': { body: { otherId: things[':otherId'], chosen: [] } },
    'POST /groups/:slug/people-apart': {
      body: { firstId: things[':personId'], secondId: things[':otherId'] },
    },
    'PUT /groups/:slug/people/:personId/tags': { body: { tags: ['driver'] } },
    'PUT /groups/:slug/people/:personId/contact-points': { body: { email: 'further@example.org' } },
    'PUT /groups/:slug/people/:personId/contact-points/removed': { body: { email: 'gone@example.org' } },
    'PUT /groups/:slug/people/:personId/address': { body: { city: 'Oakland' } },
    'PUT /groups/:slug/people/:personId/spoken-answer': {
      body: { way: 'call', given: 'no', manner: 'phone' },
    },
    'DELETE /groups/:slug/people/:personId/spoken-answer': { query: 'way=text' },
    'POST /groups/:slug/person-fields': { body: { ...field, name: 'Van' } },
    'PUT /groups/:slug/person-fields/:fieldId': { body: field },
    'PUT /groups/:slug/person-fields/:fieldId/place': { body: { place: 0 } },
    'PUT /groups/:slug/people/:personId/field-values': { body: { values: [] } },
    'POST /own-mailboxes': { body: { email: 'nobody-known@example.org' } },
    'POST /own-mailboxes/:sealed/emails': { body: { email: 'third@example.org' } },
    'POST /own-records/:sealed/emails': { body: { email: 'third@example.org' } },
    'PUT /own-records/:sealed/emails/first': { body: { email: 'gone@example.org' } },
    'PUT /own-records/:sealed/emails/removed': { body: { email: 'gone@example.org' } },
    'PATCH /own-records/:sealed': { body: { name: 'Ada Lind' } },
    'PUT /own-records/:sealed/answer': { body: { way: 'text', purpose: 'updates', given: 'no' } },
    'POST /groups/:slug/people': { body: { name: 'Cleo Ade' } },
    'PATCH /groups/:slug/people/:personId': { body: { assessment: 2 } },
    'POST /groups/:slug/people/:personId/notes': { body: { body: 'Has a van.' } },
    'PATCH /groups/:slug/people/:personId/notes/:noteId': { body: { body: 'Has two vans.' } },
    'POST /groups/:slug/sheets': { body: heading },
    'POST /groups/:slug/sheets/:sheetId/rows': { body: { name: 'Dana Fox' } },
    'POST /groups/:slug/imports': { ...list, body: 'name,email\nBo,bo@example.org' },
    'PUT /groups/:slug/imports/:importId/plan': { body: plan },
  }),
};
