import { CALENDAR, groupCalendar } from '../events/calendar.ts';
import { listFeedOf } from '../events/feeds.ts';
import { GroupView } from '../groups/contract.ts';
import { findWholeGroup } from '../groups/queries.ts';
import { groupView } from '../groups/views.ts';
import { deed, defineRoutes } from '../http.ts';
import { allowed } from '../policy.ts';
import { setSeats } from './actions.ts';
import { alongsideRoutes } from './alongside/routes.ts';
import { frameTableRoutes } from './frames/routes.ts';
import { allyRoutes } from './allies/routes.ts';
import { belongingRoutes } from './belonging/routes.ts';
import { CoalitionChange, CoalitionView, NewCoalition } from './contract.ts';
import { councilRoutes } from './councils/routes.ts';
import { delegateRoutes } from './delegates/routes.ts';
import { beginCoalition } from './founding/actions.ts';
import { budgetRoutes } from './budgets/routes.ts';
import { coalitionPolicy } from './policy.ts';
import { findCoalition, findWholeCoalition } from './queries.ts';
import { signOnRoutes } from './sign-ons/routes.ts';

const pageRoutes = defineRoutes({
  'POST /coalitions': deed(
    { who: 'account', body: NewCoalition, answers: GroupView, status: 201 },
    async (ctx, { body }) => groupView(await findWholeGroup(ctx, await beginCoalition(ctx, body))),
  ),
  'GET /coalitions/:slug': deed({ who: 'anyone', answers: CoalitionView }, async (ctx, { params }) => {
    const coalition = await findWholeCoalition(ctx, params.slug);
    const can = { ...allowed(coalitionPolicy, coalition), seeDelegates: coalition.isInside };
    return { ...coalition, can, proposalCount: can.seeProposals ? coalition.proposalCount : null };
  }),
  'PATCH /coalitions/:slug': deed({ who: 'account', body: CoalitionChange }, (ctx, { params, body }) =>
    setSeats(ctx, params.slug, body.seats),
  ),
  'GET /coalitions/:slug/events.ics': deed(
    { who: 'anyone', sends: CALENDAR, head: true },
    async (ctx, { params }) => {
      const { id, name } = await findCoalition(ctx, params.slug);
      return groupCalendar(ctx, name, await listFeedOf(ctx, id), ctx.language);
    },
  ),
});

export const coalitionRoutes = {
  ...pageRoutes,
  ...belongingRoutes,
  ...delegateRoutes,
  ...councilRoutes,
  ...alongsideRoutes,
  ...frameTableRoutes,
  ...allyRoutes,
  ...signOnRoutes,
  ...budgetRoutes,
};
