import { Type } from 'typebox';
import type { Door } from '../../http.ts';
import { Opening, OpeningDone, OpeningView } from '../contract.ts';
import type { Above } from '../above.ts';
import { letInCookies } from '../sessions.ts';
import { carryOutAs } from '../wishes/carrying.ts';
import { wishCookieEnd, wishIn } from '../wishes/cookie.ts';
import { askToOpen, confirmOpening } from './actions.ts';
import { findOpening } from './queries.ts';

const ByToken = Type.Object({ token: Type.String({ maxLength: 100 }) });
const FEW = { name: 'accounts.openings', count: 30, minutes: 10 };

export function openingRoutes(app: Door, { namesAround, carryOut, letIn }: Above): void {
  app.post(
    '/accounts',
    { config: { who: 'anyone', limit: FEW }, schema: { body: Opening } },
    async ({ ctx, body, cookies }, reply) => {
      await askToOpen(ctx, { ...body, wish: wishIn(ctx, cookies, body.next) }, namesAround);
      return reply.code(202).header('set-cookie', wishCookieEnd(ctx, cookies)).send();
    },
  );

  app.get(
    '/account-openings/:token',
    { config: { who: 'link' }, schema: { params: ByToken, response: { 200: OpeningView } } },
    ({ ctx, params }) => findOpening(ctx, params.token),
  );

  app.put(
    '/account-openings/:token',
    { config: { who: 'link' }, schema: { params: ByToken, response: { 201: OpeningDone } } },
    async ({ ctx, params, cookies }, reply) => {
      const { next, wish, ...opened } = await confirmOpening(ctx, params.token, letIn);
      const outcome = await carryOutAs(ctx, { token: opened.token, wish }, carryOut);
      return reply
        .code(201)
        .header('set-cookie', letInCookies(ctx, opened, cookies))
        .send({ next, wish: outcome });
    },
  );
}
