import { groupCard } from '../../groups/views.ts';
import { findGroup } from '../../groups/queries.ts';
import { deed, defineRoutes } from '../../http.ts';
import { NotFound } from '../../errors.ts';
import { PageQuery } from '../../paging.ts';
import { belongingPolicy, coalitionPolicy } from '../policy.ts';
import { findCoalition } from '../queries.ts';
import {
  answerApplication,
  answerInvitation,
  applyToCoalition,
  endBelonging,
  inviteToCoalition,
  leaveCoalition,
  resumeGroup,
  suspendGroup,
} from './actions.ts';
import {
  Application,
  ApplicationDecision,
  Because,
  BelongingList,
  CoalitionGroupPage,
  EndingBecause,
  GroupInvitation,
  InvitationDecision,
  ProposalPage,
  StepPage,
} from './contract.ts';
import {
  findCoalitionOf,
  findGroupOf,
  listBelongings,
  listGroupsOf,
  listProposals,
  wasIn,
  listBelongingSteps,
} from './queries.ts';
import { belongingList, proposalView } from './views.ts';

/** From the side of the coalition. */
const coalitionSide = defineRoutes({
  'GET /coalitions/:slug/groups': deed(
    { who: 'anyone', query: PageQuery, answers: CoalitionGroupPage },
    async (ctx, { params, query }) => {
      const { rows, next } = await listGroupsOf(ctx, await findCoalition(ctx, params.slug), query);
      return { rows: rows.map(groupCard), next };
    },
  ),
  'GET /coalitions/:slug/proposals': deed(
    { who: 'account', query: PageQuery, answers: ProposalPage },
    async (ctx, { params, query }) => {
      const { rows, next } = await listProposals(ctx, params.slug, query);
      return { rows: rows.map(proposalView), next };
    },
  ),
  'POST /coalitions/:slug/invitations': deed(
    { who: 'account', body: GroupInvitation, status: 202 },
    (ctx, { params, body }) => inviteToCoalition(ctx, params.slug, body),
  ),
  'PUT /coalitions/:slug/groups/:group/decision': deed(
    { who: 'account', body: ApplicationDecision },
    (ctx, { params, body }) => answerApplication(ctx, { slug: params.slug, other: params.group }, body),
  ),
  'PUT /coalitions/:slug/groups/:group/suspension': deed(
    { who: 'account', body: Because },
    (ctx, { params, body }) => suspendGroup(ctx, { slug: params.slug, other: params.group }, body.reason),
  ),
  'DELETE /coalitions/:slug/groups/:group/suspension': deed({ who: 'account' }, (ctx, { params }) =>
    resumeGroup(ctx, { slug: params.slug, other: params.group }),
  ),
  'PUT /coalitions/:slug/groups/:group/ending': deed(
    { who: 'account', body: EndingBecause },
    (ctx, { params, body }) => endBelonging(ctx, { slug: params.slug, other: params.group }, body.reason),
  ),
  'GET /coalitions/:slug/groups/:group/steps': deed(
    { who: 'account', query: PageQuery, answers: StepPage },
    async (ctx, { params, query }) => {
      const coalition = await findCoalition(ctx, params.slug);
      if (!coalitionPolicy.seeProposals(coalition)) throw new NotFound('steps');
      const group = await findGroupOf(ctx.db, coalition.id, params.group);
      if (group.state === 'left' && !(await wasIn(ctx.db, coalition.id, group.id)))
        throw new NotFound('steps');
      const { state, askedBy } = group;
      return {
        ...(await listBelongingSteps(ctx, { coalition, group, side: 'coalition' }, query)),
        coalition,
        group,
        state,
        askedBy,
      };
    },
  ),
});

/** From the side of a group. */
const groupSide = defineRoutes({
  'GET /groups/:slug/coalitions': deed({ who: 'anyone', answers: BelongingList }, async (ctx, { params }) =>
    belongingList(await listBelongings(ctx, params.slug)),
  ),
  'POST /groups/:slug/coalitions': deed(
    { who: 'account', body: Application, status: 202 },
    (ctx, { params, body }) => applyToCoalition(ctx, params.slug, body),
  ),
  'PUT /groups/:slug/coalitions/:coalition/decision': deed(
    { who: 'account', body: InvitationDecision },
    (ctx, { params, body }) => answerInvitation(ctx, { slug: params.slug, other: params.coalition }, body),
  ),
  'DELETE /groups/:slug/coalitions/:coalition': deed({ who: 'account' }, (ctx, { params }) =>
    leaveCoalition(ctx, { slug: params.slug, other: params.coalition }),
  ),
  'GET /groups/:slug/coalitions/:coalition/steps': deed(
    { who: 'account', query: PageQuery, answers: StepPage },
    async (ctx, { params, query }) => {
      const group = await findGroup(ctx, params.slug);
      if (!belongingPolicy.seeProposals(group)) throw new NotFound('steps');
      const coalition = await findCoalitionOf(ctx.db, group.id, params.coalition);
      const { state, askedBy } = coalition;
      return {
        ...(await listBelongingSteps(ctx, { coalition, group, side: 'group' }, query)),
        coalition,
        group,
        state,
        askedBy,
      };
    },
  ),
});

export const belongingRoutes = { ...coalitionSide, ...groupSide };
