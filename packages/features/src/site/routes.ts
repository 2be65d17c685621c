import type { Door } from '../http.ts';
import { RulesView, SiteView } from './contract.ts';
import { pictureRoutes } from './pictures/routes.ts';
import { findRules, findSite } from './queries.ts';

export function siteRoutes(app: Door): void {
  app.get('/site', { config: { who: 'anyone' }, schema: { response: { 200: SiteView } } }, ({ ctx }) =>
    findSite(ctx),
  );

  app.get('/site/rules', { config: { who: 'anyone' }, schema: { response: { 200: RulesView } } }, ({ ctx }) =>
    findRules(ctx),
  );

  pictureRoutes(app);
}
