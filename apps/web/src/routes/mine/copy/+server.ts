import { pass, show } from '#lib/api/api.server.ts';
import { needViewer } from '#lib/viewer/viewer.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  needViewer(event.locals, '/sign-in?next=/mine');
  const answer = await pass(event, 'GET /account/copy').catch((refusal: unknown) => show(refusal, event));
  return new Response(answer.body, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="my-account.json"',
      'cache-control': 'no-store',
    },
  });
};
