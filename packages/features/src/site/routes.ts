import type { Door } from '../http.ts';
import { RulesView, SiteView, TimeZoneQuery, TimeZonesView } from './contract.ts';
import { pictureRoutes } from './pictures/routes.ts';
import { findRules, findSite } from './queries.ts';
import { findTimeZones } from './time-zones.ts';

export function siteRoutes(app: Door): void {
  app.get('/site', { config: { who: 'anyone' }, schema: { response: { 200: SiteView } } }, ({ ctx }) =>
    findSite(ctx),
  );

  app.get('/site/rules', { config: { who: 'anyone' }, schema: { response: { 200: RulesView } } }, ({ ctx }) =>
    findRules(ctx),
  );

  app.get(
    '/time-zones',
    { config: { who: 'anyone' }, schema: { querystring: TimeZoneQuery, response: { 200: TimeZonesView } } },
    async ({ ctx, query }) => ({ rows: await findTimeZones(ctx, query.search) }),
  );

  pictureRoutes(app);
}
