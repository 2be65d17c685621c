import { accountRoutes } from './accounts/routes.ts';
import type { Door } from './http.ts';
import { peopleRoutes } from './people/routes.ts';
import { siteRoutes } from './site/routes.ts';

/** Every feature's routes, lowest feature first. */
export const routes: ((app: Door) => void)[] = [siteRoutes, accountRoutes, peopleRoutes];
