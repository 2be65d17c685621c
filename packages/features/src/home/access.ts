import type { Access } from '../testing/access.ts';
import type { homeRoutes } from './routes.ts';

export const homeAccess: Access<ReturnType<typeof homeRoutes>> = {
  expected: {
    'GET /waiting': '401 200 200 200 200 200 200 200',
    'GET /waiting/groups': '401 200 200 200 200 200 200 200',
    'GET /waiting/count': '401 200 200 200 200 200 200 200',
  },
};
