import { deed, defineRoutes } from '../../http.ts';
import { SiteView } from '../../site/contract.ts';
import { changeSite } from './actions.ts';
import { SiteChange, SiteSettings } from './contract.ts';
import { findSettings } from './queries.ts';

/** What the stewards settle for the whole site. */
export const settingsRoutes = defineRoutes({
  'GET /site/settings': deed({ who: 'site-steward', answers: SiteSettings }, (ctx) => findSettings(ctx)),
  'PATCH /site': deed({ who: 'site-steward', body: SiteChange, answers: SiteView }, (ctx, { body }) =>
    changeSite(ctx, body),
  ),
});
