import { call } from '#lib/api/api.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const asked = event.url.searchParams;
  const query = new URLSearchParams([...asked].filter(([, value]) => value !== ''));
  const [search, consent, tag] = ['search', 'consent', 'tag'].map((name) => asked.get(name) ?? '');
  const [group, people] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /groups/:slug/people', { slug, search, consent, tag, after: asked.get('after') }),
  ]);
  query.delete('after');
  return {
    ...{ group, people, search, consent, tag },
    filters: query.toString(),
    isErased: asked.has('erased'),
  };
};
