import { call } from '#lib/api/api.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const asked = event.url.searchParams;
  const isOver = asked.get('state') === 'over';
  const [group, own] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    event.locals.viewer ? listOwn(event, isOver) : null,
  ]);
  const listings = own
    ? null
    : await call(event, 'GET /listings', { group: slug, after: asked.get('after') });
  return { group, own, listings, isOver };
};

/** For those who publish for the group, also while it is frozen; null for everybody else, to whom it says that it is not there. */
async function listOwn(event: Parameters<PageServerLoad>[0], isOver: boolean) {
  const { slug } = event.params;
  const asked = event.url.searchParams;
  const state = isOver ? 'over' : 'standing';
  const own = await call(event, 'GET /groups/:slug/listings', {
    slug,
    state,
    after: asked.get('after'),
  }).catch((refusal: unknown) => {
    if ((refusal as { status?: number }).status === 404) return null;
    throw refusal;
  });
  if (!own) return null;
  const given = await call(event, 'GET /groups/:slug/listing-answers', {
    ...{ slug, after: asked.get('answered'), limit: 10 },
  });
  return { ...own, given };
}
