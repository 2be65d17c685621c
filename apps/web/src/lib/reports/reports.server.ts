import type { ReportPage } from '@groundwork/features/reports/contract';
import type { RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { at, type ApiPath } from '#lib/api/paths.ts';

/** Both lists of a page of reports; `path` is where the api has them, and the address says how far to go in each. */
export async function loadReports(event: RequestEvent, path: ApiPath) {
  const asked = event.url.searchParams;
  const [open, decided] = await Promise.all(
    (['open', 'decided'] as const).map((state) => {
      const query = new URLSearchParams({ state, limit: '20', after: asked.get(state) ?? '' });
      return api(event).get<ReportPage>(at`${path}?${query}`);
    }),
  );
  const none: ReportPage = { rows: [], next: null };
  return { open: open ?? none, decided: decided ?? none };
}
