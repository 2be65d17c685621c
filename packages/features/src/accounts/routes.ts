import type { Door } from '../http.ts';
import { findSite } from '../site/queries.ts';

export function accountRoutes(app: Door): void {
  app.get('/session', { config: { who: 'anyone' } }, async ({ ctx }) => {
    const { id, name, email, language, timeZone, isSiteSteward, signedIn } = ctx.viewer;
    const viewer = signedIn ? { id, name, email, language, timeZone, isSiteSteward } : null;
    return { viewer, site: await findSite(ctx) };
  });
}
