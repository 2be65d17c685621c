import type { RequestEvent } from '@sveltejs/kit';
import { codeIn } from '#lib/links/codes.ts';
import { visitBeside } from '#lib/links/visits.server.ts';
import type { Embeddable } from './embedding.ts';

/** The code of the link that a frame is for: whoever answers in it is that link's group's person. */
export function codeOfFrame({ url }: RequestEvent): string {
  return codeIn(url, 'l');
}

/** Each showing of a form in a frame is a visit of the link that it is for. Shown from memory it would not be counted. */
export async function countFrame(event: RequestEvent, kind: Embeddable, slug: string): Promise<void> {
  event.setHeaders({ 'cache-control': 'no-store' });
  const code = codeOfFrame(event);
  if (code) await visitBeside(event, { code, path: `/${kind}/${slug}` });
}

/** Where a form in a frame leads when it was taken: its thanks, in the frame, by the same link and in the language that the frame asked for. */
export function thanksInFrame(
  event: RequestEvent,
  { kind, slug }: { kind: Embeddable; slug: string },
  told: Record<string, string> = {},
): string {
  const [l, lang] = [codeOfFrame(event), event.url.searchParams.get('lang')];
  const asked = new URLSearchParams({ ...told, ...(l && { l }), ...(lang && { lang }) });
  const path = `/embed/${kind}/${slug}/thanks`;
  return asked.size > 0 ? `${path}?${asked}` : path;
}
