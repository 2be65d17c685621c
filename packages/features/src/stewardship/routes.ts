import { Type } from 'typebox';
import { letInCookies } from '../accounts/sessions.ts';
import { onTheWire, type Door } from '../http.ts';
import { PageQuery } from '../paging.ts';
import { siteAccountRoutes } from './accounts/routes.ts';
import { allowanceRoutes } from './allowances/routes.ts';
import { addSteward, removeSteward } from './actions.ts';
import { askForBackup } from './backups/requests/actions.ts';
import { AccountsPage, Setup, SetupDone, SiteStatus } from './contract.ts';
import { siteGroupRoutes } from './groups/routes.ts';
import { outboxRoutes } from './outbox/routes.ts';
import { findSiteStatus, listAccounts } from './queries.ts';
import { settingsRoutes } from './settings/routes.ts';
import { mustHoldSetupLink, setUpSite } from './setup/actions.ts';
import { askForTestMail } from './test-mails/actions.ts';

const ByToken = Type.Object({ token: Type.String({ maxLength: 100 }) });
const OneAccount = Type.Object({ accountId: Type.String({ format: 'uuid' }) });
const Search = Type.Interface([PageQuery], { search: Type.Optional(Type.String({ maxLength: 100 })) });
const STEWARD = { who: 'site-steward' } as const;

export function stewardshipRoutes(app: Door): void {
  app.get(
    '/setup/:token',
    { config: { who: 'setup' }, schema: { params: ByToken } },
    async ({ ctx, params }, reply) => {
      await mustHoldSetupLink(ctx, params.token);
      return reply.code(204).send();
    },
  );

  app.post(
    '/setup/:token',
    { config: { who: 'setup' }, schema: { params: ByToken, body: Setup, response: { 201: SetupDone } } },
    async ({ ctx, params, body, cookies }, reply) => {
      const { token, ...done } = await setUpSite(ctx, params.token, body);
      const letIn = { token, email: body.email };
      return reply
        .header('set-cookie', letInCookies(ctx, letIn, cookies))
        .code(201)
        .send(done);
    },
  );

  siteRoutes(app);
  settingsRoutes(app);
  siteAccountRoutes(app);
  siteGroupRoutes(app);
  outboxRoutes(app);
  allowanceRoutes(app);
}

/** How the site is doing, what it is, and who looks after it. */
function siteRoutes(app: Door) {
  app.get('/site/status', { config: STEWARD, schema: { response: { 200: SiteStatus } } }, async ({ ctx }) =>
    onTheWire(await findSiteStatus(ctx)),
  );

  app.post('/site/test-mails', { config: STEWARD }, async ({ ctx }, reply) => {
    await askForTestMail(ctx);
    return reply.code(202).send();
  });

  app.post('/site/backups', { config: STEWARD }, async ({ ctx }, reply) => {
    await askForBackup(ctx);
    return reply.code(202).send();
  });

  app.get(
    '/site/accounts',
    { config: STEWARD, schema: { querystring: Search, response: { 200: AccountsPage } } },
    async ({ ctx, query }) => onTheWire(await listAccounts(ctx, query)),
  );

  app.put(
    '/site/stewards/:accountId',
    { config: STEWARD, schema: { params: OneAccount } },
    async ({ ctx, params }, reply) => {
      await addSteward(ctx, params.accountId);
      return reply.code(204).send();
    },
  );

  app.delete(
    '/site/stewards/:accountId',
    { config: STEWARD, schema: { params: OneAccount } },
    async ({ ctx, params }, reply) => {
      await removeSteward(ctx, params.accountId);
      return reply.code(204).send();
    },
  );
}
