import type { RequestEvent } from '@sveltejs/kit';
import { pass, show } from '#lib/api/api.server.ts';

type Export =
  | `POST /groups/:slug/${'people' | 'campaigns' | 'events' | 'listings' | 'targets'}/exports`
  | `POST /groups/:slug/people-deeds/:deedId/${'exports' | 'file-downloads'}`
  | 'POST /campaigns/:slug/names/exports'
  | `POST /groups/:slug/sponsorships/:campaign/${'names' | 'draws'}/exports`
  | 'GET /groups/:slug/sponsorships/:campaign/draws/:id.txt';

/** A file of what a group or a campaign holds, passed through from the api as it comes. Asked for by a button: each is on record. */
export async function passExport(
  event: RequestEvent<{ slug: string; deedId?: string; campaign?: string; drawId?: string }>,
  name: Export,
  query: { format?: string } = {},
): Promise<Response> {
  const { slug, deedId, campaign, drawId: id } = event.params;
  const answer = await pass(event, name, { slug, deedId, campaign, id, ...query }, undefined, {
    timeoutMilliseconds: 600_000,
  }).catch((refusal: unknown) => show(refusal, event));
  return new Response(answer.body, {
    headers: {
      'content-type': answer.headers.get('content-type') ?? 'text/csv',
      'content-disposition': answer.headers.get('content-disposition') ?? 'attachment',
      'cache-control': 'no-store',
    },
  });
}
