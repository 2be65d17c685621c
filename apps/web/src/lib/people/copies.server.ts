import type { RequestEvent } from '@sveltejs/kit';
import { pass, show } from '#lib/api/api.server.ts';

type Copy = 'GET /own-records/:sealed/copy' | 'GET /own-mailboxes/:sealed/copy';

/** A copy of what is held about whoever has the link, as a file that machines read. */
export async function passCopy(event: RequestEvent<{ sealed: string }>, name: Copy): Promise<Response> {
  const answer = await pass(event, name, event.params).catch((refusal: unknown) => show(refusal, event));
  return new Response(answer.body, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="my-records.json"',
      'cache-control': 'no-store',
    },
  });
}
