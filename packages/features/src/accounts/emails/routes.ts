import { Type } from 'typebox';
import type { Door } from '../../http.ts';
import { EmailChange, EmailChangeView } from '../contract.ts';
import { askToChangeEmail, confirmEmailChange } from './actions.ts';
import { findEmailChange } from './queries.ts';

const ByToken = Type.Object({ token: Type.String({ maxLength: 100 }) });

export function emailRoutes(app: Door): void {
  app.post(
    '/account/email-changes',
    { config: { who: 'account' }, schema: { body: EmailChange } },
    async ({ ctx, body }, reply) => {
      await askToChangeEmail(ctx, body);
      return reply.code(202).send();
    },
  );

  app.get(
    '/account/email-changes/:token',
    { config: { who: 'link' }, schema: { params: ByToken, response: { 200: EmailChangeView } } },
    ({ ctx, params }) => findEmailChange(ctx, params.token),
  );

  app.put(
    '/account/email-changes/:token',
    { config: { who: 'link' }, schema: { params: ByToken } },
    async ({ ctx, params }, reply) => {
      await confirmEmailChange(ctx, params.token);
      return reply.code(204).send();
    },
  );
}
