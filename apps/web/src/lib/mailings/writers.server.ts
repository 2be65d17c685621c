import type { RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import { nullFor } from './refusals.server.ts';

/** Whether the viewer may write to the people of a group; nobody may to one that they do not see. */
export async function mayWriteTo(event: RequestEvent, slug: string): Promise<boolean> {
  const group = await nullFor([404], call(event, 'GET /groups/:slug', { slug }));
  return group?.can.contactPeople === true;
}
