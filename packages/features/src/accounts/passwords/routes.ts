import { Type } from 'typebox';
import type { Door } from '../../http.ts';
import type { Above } from '../above.ts';
import { PasswordChange, Reset, ResetRequest, ResetView } from '../contract.ts';
import { letInCookies } from '../sessions.ts';
import { carryOutAs } from '../wishes/carrying.ts';
import { wishCookieEnd, wishIn } from '../wishes/cookie.ts';
import { askForReset, changePassword, resetPassword } from './actions.ts';
import { findReset } from './queries.ts';

const ByToken = Type.Object({ token: Type.String({ maxLength: 100 }) });
const FEW = { name: 'accounts.resets', count: 30, minutes: 10 };

export function passwordRoutes(
  app: Door,
  { namesAround, carryOut }: Pick<Above, 'namesAround' | 'carryOut'>,
): void {
  app.post(
    '/password-resets',
    { config: { who: 'anyone', limit: FEW }, schema: { body: ResetRequest } },
    async ({ ctx, body }, reply) => {
      await askForReset(ctx, body.email);
      return reply.code(202).send();
    },
  );

  app.get(
    '/password-resets/:token',
    { config: { who: 'link' }, schema: { params: ByToken, response: { 200: ResetView } } },
    ({ ctx, params }) => findReset(ctx, params.token),
  );

  app.put(
    '/password-resets/:token',
    { config: { who: 'link' }, schema: { params: ByToken, body: Reset } },
    async ({ ctx, params, body, cookies }, reply) => {
      const { password, next } = body;
      const letIn = await resetPassword(ctx, { token: params.token, password, namesAround });
      const outcome = await carryOutAs(
        ctx,
        { token: letIn.token, wish: wishIn(ctx, cookies, next) },
        carryOut,
      );
      void reply.header('set-cookie', [...letInCookies(ctx, letIn, cookies), ...wishCookieEnd(ctx, cookies)]);
      return outcome ? reply.code(200).send(outcome) : reply.code(204).send();
    },
  );

  app.put(
    '/account/password',
    { config: { who: 'account' }, schema: { body: PasswordChange } },
    async ({ ctx, body }, reply) => {
      await changePassword(ctx, { ...body, namesAround });
      return reply.code(204).send();
    },
  );
}
