import { deed, defineRoutes } from '../http.ts';
import { CommonGroundList } from './contract.ts';
import { listPeopleInCommon } from './people.ts';
import { listPossibleAllies } from './possible.ts';
import { listCommonGround } from './queries.ts';
import { findCoalitionSight } from './sight.ts';

export const commonGroundRoutes = defineRoutes({
  'GET /coalitions/:slug/common-ground': deed(
    { who: 'account', answers: CommonGroundList },
    async (ctx, { params }) => {
      const sight = await findCoalitionSight(ctx, params.slug);
      const [rows, people, possible] = await Promise.all([
        listCommonGround(ctx, sight),
        listPeopleInCommon(ctx, sight),
        listPossibleAllies(ctx, sight),
      ]);
      return { rows, people, possible };
    },
  ),
});
