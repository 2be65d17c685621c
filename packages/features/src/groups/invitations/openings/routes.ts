import type { NamesAround } from '../../../accounts/above.ts';
import { letInCookies } from '../../../accounts/sign-ins/devices.ts';
import { deed, defineRoutes } from '../../../http.ts';
import { InvitedAccount, InvitedDone, InvitedOpening } from '../contract.ts';
import { askToOpenInvited, openInvitedAccount } from './actions.ts';

/** As for accounts that are asked for without an invitation. */
const FEW = { name: 'accounts.openings', count: 30, minutes: 10 };

export const invitedOpeningRoutes = (namesAround: NamesAround) =>
  defineRoutes({
    'PUT /invitations/:token/account': deed(
      { who: 'link', limit: FEW, body: InvitedAccount, answers: InvitedDone, status: 201 },
      async (ctx, { params, body, cookies }, reply) => {
        const { slug, ...letIn } = await openInvitedAccount(ctx, { ...body, ...params }, namesAround);
        void reply.header('set-cookie', letInCookies(ctx, letIn, cookies));
        return { slug };
      },
    ),
    'POST /invitations/:token/openings': deed(
      { who: 'link', limit: FEW, body: InvitedOpening, status: 202 },
      (ctx, { params, body }) => askToOpenInvited(ctx, { ...body, ...params }, namesAround),
    ),
  });
