import type { Door } from '../../http.ts';
import { SiteView } from '../../site/contract.ts';
import { changeSite } from './actions.ts';
import { SiteChange, SiteSettings } from './contract.ts';
import { findSettings } from './queries.ts';

const STEWARD = { who: 'site-steward' } as const;

/** What the stewards settle for the whole site. */
export function settingsRoutes(app: Door): void {
  app.get('/site/settings', { config: STEWARD, schema: { response: { 200: SiteSettings } } }, ({ ctx }) =>
    findSettings(ctx),
  );

  app.patch(
    '/site',
    { config: STEWARD, schema: { body: SiteChange, response: { 200: SiteView } } },
    ({ ctx, body }) => changeSite(ctx, body),
  );
}
