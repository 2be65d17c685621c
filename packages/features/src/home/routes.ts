import { deed, defineRoutes } from '../http.ts';
import { PageQuery } from '../paging.ts';
import type { Subject } from '../subject.ts';
import { OwnGroups, WaitCount, WaitList } from './contract.ts';
import { chooseLoudness, chooseWays } from './choices/actions.ts';
import { Choices, ChoicesView, HushingView, LoudnessChoice } from './choices/contract.ts';
import { findHushing, hushKind, unhushKind } from './choices/hushing.ts';
import { findOwnChoices } from './choices/queries.ts';
import { listOwnGroups } from './groups.ts';
import { mineRoutes } from './mine/routes.ts';
import { addDevice, changeDevice, endDevice, tryDevice } from './pushes/actions.ts';
import { DeviceChange, DeviceList, MadeDevice, NewDevice } from './pushes/contract.ts';
import { listDevices } from './pushes/queries.ts';
import { deviceList } from './pushes/views.ts';
import { countWaits, listWaits } from './queries.ts';
import { seeAllNotices } from './told/actions.ts';
import { NoticePage } from './told/contract.ts';
import { listNotices } from './told/queries.ts';
import { noticeLine } from './told/views.ts';
import { ownGroupCard, waitList } from './views.ts';

/** The link of a mail ends mail of its kind: by a page with a button, or by what a mail program sends by itself (RFC 8058). */
const hushingRoutes = defineRoutes({
  'GET /quieter/:kind/:sealed': deed({ who: 'link', answers: HushingView }, (ctx, { params }) =>
    findHushing(ctx, params),
  ),
  'PUT /quieter/:kind/:sealed': deed({ who: 'link' }, (ctx, { params }) => hushKind(ctx, params)),
  'DELETE /quieter/:kind/:sealed': deed({ who: 'link' }, (ctx, { params }) => unhushKind(ctx, params)),
  'GET /hushings/:kind/:sealed': deed({ who: 'link', status: 302 }, (ctx, { params }, reply) => {
    const place = [params.kind, params.sealed].map(encodeURIComponent).join('/');
    void reply.header('location', `${ctx.settings.publicUrl}/quieter/${place}`);
  }),
  'POST /hushings/:kind/:sealed': deed({ who: 'link', body: 'unread' }, (ctx, { params }) =>
    hushKind(ctx, params),
  ),
});

/** The browsers of an account that are rung. */
const pushRoutes = defineRoutes({
  'GET /account/pushes': deed({ who: 'account', answers: DeviceList }, async (ctx) =>
    deviceList(ctx, await listDevices(ctx)),
  ),
  'POST /account/pushes': deed(
    { who: 'account', body: NewDevice, answers: MadeDevice, status: 201 },
    (ctx, { body }) => addDevice(ctx, body),
  ),
  'PATCH /account/pushes/:deviceId': deed({ who: 'account', body: DeviceChange }, (ctx, { params, body }) =>
    changeDevice(ctx, params.deviceId, body),
  ),
  'DELETE /account/pushes/:deviceId': deed({ who: 'account' }, (ctx, { params }) =>
    endDevice(ctx, params.deviceId),
  ),
  'POST /account/pushes/:deviceId/rings': deed({ who: 'account' }, (ctx, { params }) =>
    tryDevice(ctx, params.deviceId),
  ),
});

export const homeRoutes = (subjects: Subject[]) => ({ ...waitingRoutes(subjects), ...mineRoutes });

const waitingRoutes = (subjects: Subject[]) =>
  defineRoutes({
    'GET /waiting': deed({ who: 'account', answers: WaitList }, async (ctx) =>
      waitList(await listWaits(ctx)),
    ),
    'GET /waiting/count': deed({ who: 'account', answers: WaitCount }, async (ctx) => ({
      count: await countWaits(ctx),
    })),
    'GET /notices': deed(
      { who: 'account', query: PageQuery, answers: NoticePage },
      async (ctx, { query }) => {
        const { rows, ...page } = await listNotices(ctx, query);
        return { ...page, rows: rows.map(noticeLine) };
      },
    ),
    'PUT /notices/seen': deed({ who: 'account' }, (ctx) => seeAllNotices(ctx)),
    'GET /account/notices': deed({ who: 'account', answers: ChoicesView }, (ctx) => findOwnChoices(ctx)),
    ...hushingRoutes,
    ...pushRoutes,
    'PUT /account/notices': deed({ who: 'account', body: Choices }, (ctx, { body }) => chooseWays(ctx, body)),
    'PUT /groups/:slug/loudness': deed({ who: 'account', body: LoudnessChoice }, (ctx, { params, body }) =>
      chooseLoudness(ctx, params.slug, body),
    ),
    'GET /waiting/groups': deed({ who: 'account', answers: OwnGroups }, async (ctx) => ({
      rows: (await listOwnGroups(ctx, subjects)).map(ownGroupCard),
    })),
  });
