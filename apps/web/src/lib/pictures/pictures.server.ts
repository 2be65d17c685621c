import type { RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';

/**
 * Keeps the picture chosen in a form's file field and gives its key; undefined when none was chosen. A refusal is
 * thrown, with the field named `picture`.
 */
export async function uploadPicture(event: RequestEvent, form: FormData, field = 'picture') {
  const chosen = form.get(field);
  if (!(chosen instanceof File) || chosen.size === 0) return undefined;
  const headers = { 'content-type': 'application/octet-stream' };
  const { key } = await call(event, 'POST /pictures', {}, chosen, { headers });
  return key;
}
