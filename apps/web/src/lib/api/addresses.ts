import { redirect, type RequestEvent } from '@sveltejs/kit';

/**
 * The address of a draft goes on leading to what became of it; from there the visitor is sent on to the one that it
 * has now, so that nobody shares the old one.
 */
export function atOwnAddress({ url, params }: RequestEvent, { slug }: { slug: string }): void {
  const asked = params.slug ?? slug;
  if (asked !== slug) redirect(307, url.pathname.replace(asked, slug) + url.search);
}
