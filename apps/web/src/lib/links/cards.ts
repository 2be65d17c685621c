import { pathOf } from '#lib/api/paths.ts';

type Card = `GET /${'campaigns' | 'events' | 'groups'}/:slug/card.png`;

/** The picture that the api draws of a page which has none of its own: title and count, in this language. */
export function cardLink(name: Card, slug: string, language: string) {
  return { src: pathOf(name, { slug, language }), width: 1200, height: 630 };
}
