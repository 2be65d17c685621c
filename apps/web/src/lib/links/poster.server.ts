import type { LinkView } from '@groundwork/features/links/contract';
import { error, type RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';

type Page = { path: string; group: { slug: string }; link: { code: string } | null };

/** The link of a page's poster, for who makes its links: `?link=CODE` of one of the newest, or the page's own. */
export async function findPosterLink(event: RequestEvent, { path, group, link }: Page): Promise<LinkView> {
  const { rows } = await call(event, 'GET /groups/:slug/links', { slug: group.slug, path, limit: 100 });
  const code = event.url.searchParams.get('link') ?? link?.code;
  return rows.find((row) => row.code === code) ?? error(404, event.locals.words.t('error.not-found'));
}
