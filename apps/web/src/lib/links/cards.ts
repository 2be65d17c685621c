import { pathOf } from '#lib/api/paths.ts';

type Card = `GET /${'campaigns' | 'events' | 'groups'}/:slug/card.png`;

/** The picture that the api draws of a page which has none of its own: title and count, in this language. */
export function cardLink(name: Card, slug: string, language: string) {
  return { src: pathOf(name, { slug, language }), width: 1200, height: 630 };
}

/** The same of a frame of a campaign. */
export function frameCardLink({ slug, frame }: { slug: string; frame: string }, language: string) {
  const src = pathOf('GET /campaigns/:slug/frames/:frame/card.png', { slug, frame, language });
  return { src, width: 1200, height: 630 };
}
