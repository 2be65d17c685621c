import type { ReportPage } from '@groundwork/features/reports/contract';

/** Both lists of a page of reports; its address says how far to go in each. */
export async function loadReports(
  { url }: { url: URL },
  list: (asked: { state: 'open' | 'decided'; after: string | null; limit: number }) => Promise<ReportPage>,
) {
  const listOf = (state: 'open' | 'decided') =>
    list({ state, after: url.searchParams.get(state), limit: 20 });
  const [open, decided] = await Promise.all([listOf('open'), listOf('decided')]);
  return { open, decided };
}
