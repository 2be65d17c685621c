import { Type } from 'typebox';
import type { Door } from '../../http.ts';
import { exportCampaigns } from './actions.ts';

const InGroup = Type.Object({ slug: Type.String() });

export function campaignExportRoutes(app: Door): void {
  app.post(
    '/groups/:slug/campaigns/exports',
    { config: { who: 'account' }, schema: { params: InGroup } },
    async ({ ctx, params }, reply) => {
      const { fileName, csv } = await exportCampaigns(ctx, params.slug);
      return reply
        .header('content-disposition', `attachment; filename="${fileName}"`)
        .type('text/csv; charset=utf-8')
        .send(csv);
    },
  );
}
