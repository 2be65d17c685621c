import { Type } from 'typebox';
import { deed, defineRoutes, orNothing } from '../http.ts';
import { findSite } from '../site/queries.ts';
import type { Above } from './above.ts';
import { changeAccount, endOwnSession } from './actions.ts';
import {
  AccountChange,
  AccountEnd,
  AccountView,
  IntentOutcome,
  SessionsView,
  SessionView,
  SignIn,
} from './contract.ts';
import { deleteAccount } from './deletions/actions.ts';
import { emailRoutes } from './emails/routes.ts';
import { accountInvitationRoutes } from './invitations/routes.ts';
import { openingRoutes } from './openings/routes.ts';
import { passwordRoutes } from './passwords/routes.ts';
import { findOwnAccount, listOwnSessions } from './queries.ts';
import { endSession, sessionCookie } from './sessions.ts';
import { signIn } from './sign-ins/actions.ts';
import { deviceOf } from './sign-ins/devices.ts';
import { enter } from './intents/entering.ts';
import { intentRoutes } from './intents/routes.ts';

/** An office shares one address; guessing at one account is slowed by itself. */
const SIGN_INS = { name: 'accounts.sign-ins', count: 60, minutes: 1 };

export const accountRoutes = (above: Above) => ({
  ...sessionRoutes(above),
  ...intentRoutes,
  ...ownAccountRoutes,
  ...openingRoutes(above),
  ...passwordRoutes(above),
  ...emailRoutes,
  ...accountInvitationRoutes,
});

/** The session of whoever asks: who am I, sign in, sign out. */
const sessionRoutes = ({ carryOut }: Above) =>
  defineRoutes({
    'GET /session': deed({ who: 'anyone', answers: SessionView }, async (ctx) => ({
      viewer: ctx.viewer.signedIn ? ctx.viewer : null,
      site: await findSite(ctx),
    })),
    'POST /session': deed(
      { who: 'anyone', limit: SIGN_INS, body: SignIn, answers: orNothing(IntentOutcome) },
      async (ctx, { body, cookies }, reply) => {
        const { email, next } = body;
        const token = await signIn(ctx, { ...body, device: deviceOf(ctx, email, cookies) });
        return enter(ctx, { token, email, next, carryOut, cookies }, reply);
      },
    ),
    'DELETE /session': deed({ who: 'anyone' }, async (ctx, _asked, reply) => {
      if (ctx.viewer.sessionId) await endSession(ctx, ctx.viewer.sessionId);
      void reply.header('set-cookie', sessionCookie(ctx, null));
    }),
  });

const ownAccountRoutes = defineRoutes({
  'GET /account': deed({ who: 'account', answers: AccountView }, (ctx) => findOwnAccount(ctx)),
  'PATCH /account': deed(
    { who: 'account', body: AccountChange, answers: AccountView },
    async (ctx, { body }) => {
      await changeAccount(ctx, body);
      return findOwnAccount(ctx);
    },
  ),
  'DELETE /account': deed({ who: 'account', body: AccountEnd }, async (ctx, { body }, reply) => {
    await deleteAccount(ctx, body.password);
    void reply.header('set-cookie', sessionCookie(ctx, null));
  }),
  'GET /account/sessions': deed({ who: 'account', answers: SessionsView }, async (ctx) => ({
    rows: await listOwnSessions(ctx),
  })),
  'DELETE /account/sessions/:key': deed(
    { who: 'account', params: { key: Type.String({ format: 'uuid' }) } },
    (ctx, { params }) => endOwnSession(ctx, params.key),
  ),
});
