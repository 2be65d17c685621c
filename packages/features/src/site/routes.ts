import type { Door } from '../http.ts';
import { SiteView } from './contract.ts';
import { pictureRoutes } from './pictures/routes.ts';
import { findSite } from './queries.ts';

export function siteRoutes(app: Door): void {
  app.get('/site', { config: { who: 'anyone' }, schema: { response: { 200: SiteView } } }, ({ ctx }) =>
    findSite(ctx),
  );

  pictureRoutes(app);
}
