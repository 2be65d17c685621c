import { call } from '#lib/api/api.server.ts';
import { sideAsked, thingAsked } from '#lib/directory/things.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const asked = event.url.searchParams;
  const [side, thing] = [sideAsked(asked.get('side')), thingAsked(asked.get('thing'))];
  const slug = asked.get('coalition') ?? '';
  const [listings, coalition] = await Promise.all([
    call(event, 'GET /listings', { side, thing, coalition: slug, after: asked.get('after') }),
    slug ? call(event, 'GET /groups/:slug', { slug }) : null,
  ]);
  return { listings, side, thing, coalition };
};
