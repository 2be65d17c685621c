import { letInCookies } from '../accounts/sign-ins/devices.ts';
import { deed, defineRoutes } from '../http.ts';
import { siteAccountRoutes } from './accounts/routes.ts';
import { addSteward, removeSteward } from './actions.ts';
import { allowanceRoutes } from './allowances/routes.ts';
import { askForBackup } from './backups/requests/actions.ts';
import { Setup, SetupDone } from './contract.ts';
import { firstStepsRoutes } from './first-steps/routes.ts';
import { siteGroupRoutes } from './groups/routes.ts';
import { outboxRoutes } from './outbox/routes.ts';
import { settingsRoutes } from './settings/routes.ts';
import { mustHoldSetupLink, setUpSite } from './setup/actions.ts';
import { SiteStatus } from './statuses/contract.ts';
import { findSiteStatus } from './statuses/queries.ts';
import { askForTestMail } from './test-mails/actions.ts';

const setupRoutes = defineRoutes({
  'GET /setup/:token': deed({ who: 'setup' }, (ctx, { params }) => mustHoldSetupLink(ctx, params.token)),
  'POST /setup/:token': deed(
    { who: 'setup', body: Setup, answers: SetupDone, status: 201 },
    async (ctx, { params, body, cookies }, reply) => {
      const { token, ...done } = await setUpSite(ctx, params.token, body);
      void reply.header('set-cookie', letInCookies(ctx, { token, email: body.email }, cookies));
      return done;
    },
  ),
});

/** How the site is doing, what it is, and who looks after it. */
const siteRoutes = defineRoutes({
  'GET /site/status': deed({ who: 'site-steward', answers: SiteStatus }, (ctx) => findSiteStatus(ctx)),
  'POST /site/test-mails': deed({ who: 'site-steward', status: 202 }, (ctx) => askForTestMail(ctx)),
  'POST /site/backups': deed({ who: 'site-steward', status: 202 }, (ctx) => askForBackup(ctx)),
  'PUT /site/stewards/:accountId': deed({ who: 'site-steward' }, (ctx, { params }) =>
    addSteward(ctx, params.accountId),
  ),
  'DELETE /site/stewards/:accountId': deed({ who: 'site-steward' }, (ctx, { params }) =>
    removeSteward(ctx, params.accountId),
  ),
});

export const stewardshipRoutes = {
  ...setupRoutes,
  ...siteRoutes,
  ...firstStepsRoutes,
  ...settingsRoutes,
  ...siteAccountRoutes,
  ...siteGroupRoutes,
  ...outboxRoutes,
  ...allowanceRoutes,
};
