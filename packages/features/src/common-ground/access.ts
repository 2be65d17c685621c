import type { Access } from '../testing/access.ts';
import type { commonGroundRoutes } from './routes.ts';

export const commonGroundAccess: Access<typeof commonGroundRoutes> = {
  expected: { 'GET /coalitions/:slug/common-ground': '401 404 404 200 200 404 404 404' },
};
