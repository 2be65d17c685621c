import { Type } from 'typebox';
import type { Door } from '../../http.ts';
import { PasswordChange, Reset, ResetRequest, ResetView } from '../contract.ts';
import { letInCookies } from '../sessions.ts';
import { askForReset, changePassword, resetPassword } from './actions.ts';
import type { NamesAround } from './known.ts';
import { findReset } from './queries.ts';

const ByToken = Type.Object({ token: Type.String({ maxLength: 100 }) });
const FEW = { name: 'accounts.resets', count: 30, minutes: 10 };

export function passwordRoutes(app: Door, namesAround: NamesAround): void {
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
      const letIn = await resetPassword(ctx, { token: params.token, ...body, namesAround });
      return reply
        .code(204)
        .header('set-cookie', letInCookies(ctx, letIn, cookies))
        .send();
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
