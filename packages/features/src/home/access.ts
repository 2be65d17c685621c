import { hushing } from '../notices/hushing.ts';
import { anAccount } from '../accounts/fixtures.ts';
import type { Access } from '../testing/access.ts';
import { aBrowser, aDevice } from './pushes/fixtures.ts';
import type { homeRoutes } from './routes.ts';

const HUSHED = 'groups.join-asked';
const choices = {
  ...{ mine: 'now', decide: 'digest', groups: 'app', rhythm: 'daily', hour: 8, weekday: 1 },
  ...{ quietFrom: null, quietUntil: null },
};

export const homeAccess: Access<ReturnType<typeof homeRoutes>> = {
  expected: {
    'GET /notices': '401 200 200 200 200 200 200 200',
    'PUT /notices/seen': '401 204 204 204 204 204 204 204',
    'GET /account/notices': '401 200 200 200 200 200 200 200',
    'GET /quieter/:kind/:sealed': '200 200 200 200 200 200 200 200',
    'PUT /quieter/:kind/:sealed': '204 204 204 204 204 204 204 204',
    'DELETE /quieter/:kind/:sealed': '204 204 204 204 204 204 204 204',
    'GET /hushings/:kind/:sealed': '302 302 302 302 302 302 302 302',
    'POST /hushings/:kind/:sealed': '204 204 204 204 204 204 204 204',
    'PUT /account/notices': '401 204 204 204 204 204 204 204',
    'PUT /groups/:slug/loudness': '401 404 204 204 204 404 404 404',
    'GET /account/pushes': '401 200 200 200 200 200 200 200',
    'POST /account/pushes': '401 201 201 201 201 201 201 201',
    'PATCH /account/pushes/:deviceId': '401 404 404 404 204 404 404 404',
    'POST /account/pushes/:deviceId/rings': '401 404 404 404 204 404 404 404',
    'DELETE /account/pushes/:deviceId': '401 404 404 404 204 404 404 404',
    'GET /waiting': '401 200 200 200 200 200 200 200',
    'GET /waiting/groups': '401 200 200 200 200 200 200 200',
    'GET /account/events': '401 200 200 200 200 200 200 200',
    'GET /account/signatures': '401 200 200 200 200 200 200 200',
    'GET /account/calendar': '401 200 200 200 200 200 200 200',
    'PUT /account/calendar': '401 200 200 200 200 200 200 200',
    'DELETE /account/calendar': '401 204 204 204 204 204 204 204',
    'GET /account/copy': '401 200 200 200 200 200 200 200',
    'GET /calendars/:sealed': '200 200 200 200 200 200 200 200',
    'GET /waiting/count': '401 200 200 200 200 200 200 200',
  },
  async furnish(site, { cast }) {
    const { body } = await site.as(await anAccount(site)).put('/account/calendar');
    const { url } = hushing(site.house, { accountId: cast.member.id, kind: HUSHED, language: 'en' });
    return {
      ':deviceId': (await aDevice(site, cast.steward)).id,
      'calendars/:sealed': body.address.url.split('/').at(-1).replace('.ics', ''),
      quieter: url.split('/').at(-1) ?? '',
    };
  },
  asks: ({ quieter }) => ({
    ...Object.fromEntries(
      ['GET /quieter', 'PUT /quieter', 'DELETE /quieter', 'GET /hushings', 'POST /hushings'].map((route) => [
        `${route}/:kind/:sealed`,
        { params: { kind: HUSHED, sealed: quieter } },
      ]),
    ),
    'PUT /account/notices': { body: choices },
    'POST /account/pushes': { body: aBrowser().own },
    'PATCH /account/pushes/:deviceId': { body: { isTelling: true } },
    'PUT /groups/:slug/loudness': { body: { loudness: 'quiet' } },
  }),
};
