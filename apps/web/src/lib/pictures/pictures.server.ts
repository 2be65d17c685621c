import type { PictureView } from '@groundwork/features/site/pictures/contract';
import type { RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { at } from '#lib/api/paths.ts';

/**
 * Keeps the picture chosen in a form's file field and gives its key; undefined when none was chosen. A refusal is
 * thrown as by `api(event).post`, with the field named `picture`.
 */
export async function keepPicture(event: RequestEvent, form: FormData, field = 'picture') {
  const chosen = form.get(field);
  if (!(chosen instanceof File) || chosen.size === 0) return undefined;
  const headers = { 'content-type': 'application/octet-stream' };
  const { key } = await api(event).post<PictureView>(at`/pictures`, chosen, { headers });
  return key;
}
