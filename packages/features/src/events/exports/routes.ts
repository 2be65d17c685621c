import { Type } from 'typebox';
import type { Door } from '../../http.ts';
import { exportEvents } from './actions.ts';

const InGroup = Type.Object({ slug: Type.String() });

export function eventExportRoutes(app: Door): void {
  app.post(
    '/groups/:slug/events/exports',
    { config: { who: 'account' }, schema: { params: InGroup } },
    async ({ ctx, params }, reply) => {
      const { fileName, csv } = await exportEvents(ctx, params.slug);
      return reply
        .header('content-disposition', `attachment; filename="${fileName}"`)
        .type('text/csv; charset=utf-8')
        .send(csv);
    },
  );
}
