import { newId } from '@groundwork/database';
import { eq } from 'drizzle-orm';
import type { Access } from '../testing/access.ts';
import { takeAnswer } from './arriving.ts';
import { exchanges } from './tables.ts';
import type { exchangeRoutes } from './routes.ts';

export const exchangeAccess: Access<typeof exchangeRoutes> = {
  expected: {
    'GET /groups/:slug/exchanges': '401 404 404 200 200 404 404 404',
    'GET /groups/:slug/exchanges/:exchangeId': '401 404 404 200 200 404 404 404',
    'POST /groups/:slug/exchanges/:exchangeId/letters': '401 404 404 201 201 404 404 404',
    'PUT /groups/:slug/exchanges/:exchangeId/rest': '401 404 404 204 204 404 404 404',
    'DELETE /groups/:slug/exchanges/:exchangeId/rest': '401 404 404 403 403 404 404 404',
    'PUT /groups/:slug/answer-desk': '401 404 404 403 409 404 404 404',
    'DELETE /groups/:slug/answer-desk': '401 404 404 403 204 404 404 404',
  },
  async furnish(site, { things }) {
    const personId = things[':personId'] ?? newId();
    await takeAnswer(site.house, personId, {
      ...{ from: 'ana@example.org', subject: 'Re: Two days', text: 'I will come.' },
      ...{ fileNames: [], messageId: '<one@mail.example>' },
    });
    const [exchange] = await site.db
      .select({ id: exchanges.id })
      .from(exchanges)
      .where(eq(exchanges.personId, personId));
    return { ':exchangeId': exchange?.id ?? '' };
  },
  asks: () => ({
    'POST /groups/:slug/exchanges/:exchangeId/letters': { body: { body: 'See you there.' } },
  }),
};
