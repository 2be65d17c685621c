import type { Access } from '../testing/access.ts';
import type { siteRoutes } from './routes.ts';

export const siteAccess: Access<typeof siteRoutes> = {
  expected: {
    'GET /site': '200 200 200 200 200 200 200 200',
    'GET /site/rules': '404 404 404 404 404 404 404 404',
    'GET /site/icons/:icon.png': '200 200 200 200 200 200 200 200',
    'GET /time-zones': '200 200 200 200 200 200 200 200',
    'POST /pictures': '401 422 422 422 422 422 422 422',
    'GET /site/postcodes': '401 200 200 200 200 200 200 200',
    'PUT /site/postcodes': '404 404 404 404 404 404 404 200',
    'DELETE /site/postcodes': '404 404 404 404 404 404 404 204',
    'GET /files/:key': '404 404 404 404 404 404 404 404',
  },
  asks: () => ({
    'GET /site/icons/:icon.png': { params: { icon: '192' } },
    'GET /time-zones': { query: 'search=madrid' },
    'POST /pictures': { body: 'no picture', headers: { 'content-type': 'image/png' } },
    'PUT /site/postcodes': {
      body: 'postcode,lat,lon\n94601,37.78,-122.22\n',
      headers: { 'content-type': 'text/csv' },
    },
    'GET /files/:key': { params: { key: '0123456789abcdef0123456789abcdef' } },
  }),
};
