import type { RequestEvent } from '@sveltejs/kit';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { Fresh } from './fresh.ts';

type Bytes = Uint8Array<ArrayBuffer>;
type Encoding = 'br' | 'gzip';
type Page = {
  status: number;
  headers: [string, string][];
  body: string | ReadableStream<Uint8Array> | null;
  packed: Map<Encoding, Promise<Bytes>>;
};

/**
 * A page as strangers see it, remembered for a second: with the api's own second of memory, nothing is more than
 * two seconds old. Strangers are requests without any cookie; what is kept is a whole page that sets no cookie,
 * carries no nonce, and did not ask for `no-store`. Only such pages are compressed here: they hold no secret
 * whose length could tell on it (BREACH), and are packed once for all who ask.
 */
export async function rememberedPage(
  event: RequestEvent,
  render: () => Promise<Response>,
): Promise<Response> {
  const { method, headers } = event.request;
  if (method !== 'GET' || headers.has('cookie') || event.isDataRequest) return render();
  const key = `${event.locals.language} ${event.url.href}`;
  const page = await pages.get(key, async () => keep(await render()), isCacheable);
  if (typeof page.body === 'string') return answer(page, page.body, headers.get('accept-encoding') ?? '');
  // One that may not be shared still answers whoever asked first; the others render their own.
  if (taken.has(page)) return render();
  taken.add(page);
  return new Response(page.body, { status: page.status, headers: page.headers });
}

const pages = new Fresh<Page>(1000, 300);
const taken = new WeakSet<Page>();

async function keep(response: Response): Promise<Page> {
  const body = isShareable(response) ? await response.text() : response.body;
  return { status: response.status, headers: [...response.headers], body, packed: new Map() };
}

function isCacheable({ body }: Page) {
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

async function answer(page: Page, body: string, accepted: string): Promise<Response> {
  const encoding = (['br', 'gzip'] as const).find((name) =>
    new RegExp(`\\b${name}\\b(?!;\\s*q=0)`).test(accepted),
  );
  const response = new Response(encoding ? await packed(page, body, encoding) : body, page);
  response.headers.append('vary', 'Accept-Encoding');
  if (encoding) {
    response.headers.set('content-encoding', encoding);
    response.headers.delete('content-length');
  }
  return response;
}

function packed(page: Page, body: string, encoding: Encoding): Promise<Bytes> {
  const known = page.packed.get(encoding);
  if (known) return known;
  const bytes = encoding === 'br' ? brotli(body, swift) : deflate(body);
  page.packed.set(encoding, bytes);
  return bytes;
}

const swift = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
const brotli: (body: string, options: typeof swift) => Promise<Bytes> = promisify(brotliCompress);
const deflate: (body: string) => Promise<Bytes> = promisify(gzip);
