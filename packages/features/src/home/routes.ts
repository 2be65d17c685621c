import { deed, defineRoutes } from '../http.ts';
import type { Subject } from '../subject.ts';
import { OwnGroups, WaitCount, WaitList } from './contract.ts';
import { listOwnGroups } from './groups.ts';
import { countWaits, listWaits } from './queries.ts';
import { ownGroupCard, waitList } from './views.ts';

export const homeRoutes = (subjects: Subject[]) =>
  defineRoutes({
    'GET /waiting': deed({ who: 'account', answers: WaitList }, async (ctx) =>
      waitList(await listWaits(ctx)),
    ),
    'GET /waiting/count': deed({ who: 'account', answers: WaitCount }, async (ctx) => ({
      count: await countWaits(ctx),
    })),
    'GET /waiting/groups': deed({ who: 'account', answers: OwnGroups }, async (ctx) => ({
      rows: (await listOwnGroups(ctx, subjects)).map(ownGroupCard),
    })),
  });
