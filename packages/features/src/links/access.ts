import type { Access } from '../testing/access.ts';
import type { linkRoutes } from './routes.ts';

export const linkAccess: Access<typeof linkRoutes> = {
  expected: {
    'GET /go/:code': '200 200 200 200 200 200 200 200 | 404 404 200 200 200 404 404 404',
    'GET /links/:code/qr.svg': '200 200 200 200 200 200 200 200 | 404 404 200 200 200 404 404 404',
    'GET /links/:code/qr.png': '200 200 200 200 200 200 200 200 | 404 404 200 200 200 404 404 404',
    'GET /groups/:slug/links': '401 403 403 200 200 403 403 403 | 401 404 403 200 200 404 404 404',
    'POST /groups/:slug/links': '401 403 403 201 201 403 403 403 | 401 404 403 201 201 404 404 404',
  },
};
