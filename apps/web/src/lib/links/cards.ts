import { at, type ApiPath } from '#lib/api/paths.ts';

/** The picture that the api draws of a page which has none of its own: title and count, in this language. */
export function cardOf(path: ApiPath, language: string) {
  const src = at`${path}/card.png?${new URLSearchParams({ language })}`.href;
  return { src, width: 1200, height: 630 };
}
