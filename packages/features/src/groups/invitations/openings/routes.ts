import { Type } from 'typebox';
import type { NamesAround } from '../../../accounts/passwords/known.ts';
import { letInCookies } from '../../../accounts/sessions.ts';
import type { Door } from '../../../http.ts';
import { InvitedAccount, InvitedDone, InvitedOpening } from '../contract.ts';
import { askToOpenInvited, openInvitedAccount } from './actions.ts';

const ByToken = Type.Object({ token: Type.String({ maxLength: 100 }) });
/** As for accounts that are asked for without an invitation. */
const FEW = { name: 'accounts.openings', count: 30, minutes: 10 };
const LINK = { who: 'link', limit: FEW } as const;

export function invitedOpeningRoutes(app: Door, namesAround: NamesAround): void {
  app.put(
    '/invitations/:token/account',
    { config: LINK, schema: { params: ByToken, body: InvitedAccount, response: { 201: InvitedDone } } },
    async ({ ctx, params, body, cookies }, reply) => {
      const { slug, ...letIn } = await openInvitedAccount(ctx, { ...body, ...params }, namesAround);
      return reply
        .code(201)
        .header('set-cookie', letInCookies(ctx, letIn, cookies))
        .send({ slug });
    },
  );

  app.post(
    '/invitations/:token/openings',
    { config: LINK, schema: { params: ByToken, body: InvitedOpening } },
    async ({ ctx, params, body }, reply) => {
      await askToOpenInvited(ctx, { ...body, ...params }, namesAround);
      return reply.code(202).send();
    },
  );
}
