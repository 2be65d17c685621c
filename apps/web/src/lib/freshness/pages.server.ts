import type { RequestEvent } from '@sveltejs/kit';
import { Fresh } from './fresh.ts';
import { PAGE_LASTS, pageFor, type KeptPage } from './kept.ts';

/** Kept for all, or as it is for whoever asked. */
type Rendered = KeptPage | { own: Response };

/**
 * A page as strangers see it, remembered for a second: with the api's own second of memory, nothing is more than
 * two seconds old. Strangers are requests without any cookie; what is kept is a whole page that sets no cookie,
 * carries no nonce, and did not ask for `no-store`. The door is shown it too, and answers the next with it by itself.
 */
export async function rememberedPage(
  event: RequestEvent,
  render: () => Promise<Response>,
): Promise<Response> {
  const { method, headers } = event.request;
  if (method !== 'GET' || headers.has('cookie') || event.isDataRequest) return render();
  const key = `${event.locals.language} ${event.url.href}`;
  const page = await pages.get(key, () => renderedBy(render), isKept);
  if (isKept(page)) {
    if (event.platform) event.platform.req.watched = { ...event.platform.req.watched, page };
    const { body, ...answer } = await pageFor(page, headers.get('accept-encoding') ?? '');
    return new Response(body, answer);
  }
  // One that may not be shared still answers whoever asked first; the others render their own.
  if (taken.has(page.own)) return render();
  taken.add(page.own);
  return page.own;
}

const pages = new Fresh<Rendered>(PAGE_LASTS, 300);
const taken = new WeakSet<Response>();

async function renderedBy(render: () => Promise<Response>): Promise<Rendered> {
  const askedAt = performance.now();
  const response = await render();
  if (!isShareable(response)) return { own: response };
  const { status, headers } = response;
  headers.append('vary', 'Accept-Encoding');
  headers.delete('content-length');
  const bytes = await response.bytes();
  return { status, headers: [...headers], bytes, askedAt, packed: new Map() };
}

function isKept(page: Rendered): page is KeptPage {
  return 'bytes' in page;
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
