import { Type } from 'typebox';
import { onTheWire, type Door } from '../http.ts';
import { findSite } from '../site/queries.ts';
import type { Above } from './above.ts';
import { changeAccount, deleteAccount, endOwnSession } from './actions.ts';
import { AccountChange, AccountEnd, AccountView, SessionsView, SessionView, SignIn } from './contract.ts';
import { emailRoutes } from './emails/routes.ts';
import { invitationRoutes } from './invitations/routes.ts';
import { openingRoutes } from './openings/routes.ts';
import { passwordRoutes } from './passwords/routes.ts';
import { findOwnAccount, listOwnSessions } from './queries.ts';
import { endSession, letInCookies, sessionCookie } from './sessions.ts';
import { signIn } from './sign-ins/actions.ts';
import { deviceOf } from './sign-ins/devices.ts';
import { carryOutAs, type CarryOut } from './wishes/carrying.ts';
import type { WishOutcome } from './wishes/contract.ts';
import { wishCookieEnd, wishIn } from './wishes/cookie.ts';
import { wishRoutes } from './wishes/routes.ts';

const ByKey = Type.Object({ key: Type.String({ format: 'uuid' }) });
const ACCOUNT = { who: 'account' } as const;
/** An office shares one address; guessing at one account is slowed by itself. */
const SIGN_INS = { name: 'accounts.sign-ins', count: 60, minutes: 1 };

export function accountRoutes(app: Door, above: Above): void {
  sessionRoutes(app, above.carryOut);
  wishRoutes(app);
  ownAccountRoutes(app);
  openingRoutes(app, above);
  passwordRoutes(app, above);
  emailRoutes(app);
  invitationRoutes(app);
}

/** The session of whoever asks: who am I, sign in, sign out. */
function sessionRoutes(app: Door, carryOut: CarryOut) {
  app.get(
    '/session',
    { config: { who: 'anyone' }, schema: { response: { 200: SessionView } } },
    async ({ ctx }) => ({
      viewer: ctx.viewer.signedIn ? ctx.viewer : null,
      site: await findSite(ctx),
    }),
  );

  app.post(
    '/session',
    { config: { who: 'anyone', limit: SIGN_INS }, schema: { body: SignIn } },
    async ({ ctx, body, cookies }, reply) => {
      const { email, next } = body;
      const token = await signIn(ctx, { ...body, device: deviceOf(ctx, email, cookies) });
      const wish = wishIn(ctx, cookies, next);
      const outcome: WishOutcome | null = await carryOutAs(ctx, { token, wish }, carryOut);
      void reply.header('set-cookie', [
        ...letInCookies(ctx, { token, email }, cookies),
        ...wishCookieEnd(ctx, cookies),
      ]);
      return outcome ? reply.code(200).send(outcome) : reply.code(204).send();
    },
  );

  app.delete('/session', { config: { who: 'anyone' } }, async ({ ctx }, reply) => {
    if (ctx.viewer.sessionId) await endSession(ctx, ctx.viewer.sessionId);
    return reply.code(204).header('set-cookie', sessionCookie(ctx, null)).send();
  });
}

function ownAccountRoutes(app: Door) {
  app.get('/account', { config: ACCOUNT, schema: { response: { 200: AccountView } } }, async ({ ctx }) =>
    onTheWire(await findOwnAccount(ctx)),
  );

  app.patch(
    '/account',
    { config: ACCOUNT, schema: { body: AccountChange, response: { 200: AccountView } } },
    async ({ ctx, body }) => {
      await changeAccount(ctx, body);
      return onTheWire(await findOwnAccount(ctx));
    },
  );

  app.delete('/account', { config: ACCOUNT, schema: { body: AccountEnd } }, async ({ ctx, body }, reply) => {
    await deleteAccount(ctx, body.password);
    return reply.code(204).header('set-cookie', sessionCookie(ctx, null)).send();
  });

  app.get(
    '/account/sessions',
    { config: ACCOUNT, schema: { response: { 200: SessionsView } } },
    async ({ ctx }) => onTheWire({ rows: await listOwnSessions(ctx) }),
  );

  app.delete(
    '/account/sessions/:key',
    { config: ACCOUNT, schema: { params: ByKey } },
    async ({ ctx, params }, reply) => {
      await endOwnSession(ctx, params.key);
      return reply.code(204).send();
    },
  );
}
