import { deed, defineRoutes } from '../http.ts';
import { RulesView, SiteIcon, SiteView, TimeZoneQuery, TimeZonesView } from './contract.ts';
import { sendIcon } from './icons.ts';
import { pictureRoutes } from './pictures/routes.ts';
import { postcodeRoutes } from './postcodes/routes.ts';
import { findRules, findSite } from './queries.ts';
import { findTimeZones } from './time-zones.ts';

export const siteRoutes = {
  ...defineRoutes({
    'GET /site': deed({ who: 'anyone', answers: SiteView }, (ctx) => findSite(ctx)),
    'GET /site/rules': deed({ who: 'anyone', answers: RulesView }, (ctx) => findRules(ctx)),
    'GET /site/icons/:icon.png': deed(
      { who: 'anyone', params: { icon: SiteIcon }, sends: 'image/png', head: true },
      (ctx, asked, reply) => sendIcon(ctx, asked.params.icon, { asked, reply }),
    ),
    'GET /time-zones': deed(
      { who: 'anyone', query: TimeZoneQuery, answers: TimeZonesView },
      async (ctx, { query }) => ({ rows: await findTimeZones(ctx, query.search) }),
    ),
  }),
  ...pictureRoutes,
  ...postcodeRoutes,
};
