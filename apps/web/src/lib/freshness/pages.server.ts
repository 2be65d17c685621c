import type { RequestEvent } from '@sveltejs/kit';
import { Fresh } from './fresh.ts';

type Page = { status: number; headers: [string, string][]; body: string | ReadableStream<Uint8Array> | null };

/**
 * A page as strangers see it, remembered for a second: with the api's own second of memory, nothing is more than
 * two seconds old. Strangers are requests without any cookie; what is kept is a whole page that sets no cookie,
 * carries no nonce, and did not ask for `no-store`.
 */
export async function rememberedPage(
  event: RequestEvent,
  render: () => Promise<Response>,
): Promise<Response> {
  const { method, headers } = event.request;
  if (method !== 'GET' || headers.has('cookie') || event.isDataRequest) return render();
  const key = `${event.locals.language} ${event.url.href}`;
  const page = await pages.get(key, async () => keep(await render()), isKept);
  // One that may not be shared still answers whoever asked first; the others render their own.
  if (typeof page.body !== 'string') return taken.has(page) ? render() : take(page);
  return new Response(page.body, { status: page.status, headers: page.headers });
}

const pages = new Fresh<Page>(1000, 300);
const taken = new WeakSet<Page>();

function take(page: Page): Response {
  taken.add(page);
  return new Response(page.body, { status: page.status, headers: page.headers });
}

async function keep(response: Response): Promise<Page> {
  const { status } = response;
  const headers = [...response.headers];
  return { status, headers, body: isShareable(response) ? await response.text() : response.body };
}

function isKept({ body }: Page) {
  return typeof body === 'string';
}

function isShareable({ status, headers }: Response) {
  return (
    status === 200 &&
    headers.get('content-type') === 'text/html' &&
    !headers.has('set-cookie') &&
    !headers.get('cache-control')?.includes('no-store') &&
    !headers.get('content-security-policy')?.includes("'nonce-")
  );
}
