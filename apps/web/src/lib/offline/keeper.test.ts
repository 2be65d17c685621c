import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeCaches, type FakeCaches } from './fake-caches.ts';
import { Keeper } from './keeper.ts';
import { KEPT, KEPT_SHOWN } from './marks.ts';

const EVENT = '/events/fill-the-chamber';
const LINE = `${KEPT}><p>This is from noon.</p></div>`;
const SHEET = '/_app/immutable/assets/app.a1b2.css';

let caches: FakeCaches;
let site: (path: string) => Response;
beforeEach(() => {
  caches = fakeCaches((path) => site(path));
  vi.stubGlobal('caches', caches);
  vi.stubGlobal('fetch', async (path: string) => site(path));
  site = (path) => (path.endsWith('.css') ? new Response('p {}') : page(path));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a page that says so is shown as it was kept when the site is not reached, and says from when', async () => {
  const keeper = new Keeper('1');
  expect(await (await look(keeper, EVENT)).text()).toContain(KEPT);
  expect(await caches.kept()).toEqual([EVENT, SHEET]);
  const shown = await look(keeper, EVENT, away);
  expect(await shown.text()).toContain(`${KEPT_SHOWN}><p>This is from noon.`);
  expect(shown.status).toBe(200);
});

test('what does not say so is not kept, and what no longer does goes', async () => {
  const keeper = new Keeper('1');
  await look(keeper, '/groups/private', () => page('/groups/private', { isKept: false }));
  expect(await caches.kept()).toEqual([]);
  await look(keeper, EVENT);
  await look(keeper, EVENT, () => page(EVENT, { isKept: false }));
  expect(await caches.kept()).toEqual([SHEET]);
  await look(keeper, EVENT);
  await look(keeper, EVENT, () => page(EVENT, { status: 404 }));
  expect(await caches.kept()).not.toContain(EVENT);
});

test('where nothing is kept there is the page that says so, and without it the browser says it', async () => {
  const keeper = new Keeper('1');
  await expect(look(keeper, '/groups', away)).rejects.toThrow('away');
  await keeper.fetchAhead(['/offline']);
  const said = await look(keeper, '/groups', away);
  expect([said.status, await said.text()]).toEqual([503, expect.stringContaining('/offline')]);
});

test('a line that is too slow is none where there is a page to show', async () => {
  const keeper = new Keeper('1');
  await look(keeper, EVENT);
  vi.useFakeTimers();
  const shown = look(keeper, EVENT, () => new Promise(() => {}));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await (await shown).text()).toContain(`${KEPT_SHOWN}><p>`);
});

test.each([
  ['another person', { of: '1.luz.en' }],
  ['another language', { of: '1.amina.es' }],
])('what was kept goes with the first page of %s', async (_whose, shape) => {
  const keeper = new Keeper('1');
  await look(keeper, EVENT);
  await look(keeper, '/home', () => page('/home', shape));
  expect(await caches.keys()).toEqual([`kept-${shape.of}`]);
  expect(await caches.kept()).toEqual(['/home', SHEET]);
});

test('a stranger’s page says that the session is over, and everything goes', async () => {
  const keeper = new Keeper('1');
  await look(keeper, EVENT);
  await look(keeper, '/', () => page('/', { of: null }));
  expect(await caches.keys()).toEqual([]);
});

test.each([
  ['that could not look up the session', () => page('/', { of: 'unknown' })],
  ['of a proxy, or of a café’s network', () => new Response('<h1>Pay first</h1>')],
])('a page %s says nothing', async (_what, answer) => {
  const keeper = new Keeper('1');
  await look(keeper, EVENT);
  await look(keeper, '/', answer);
  expect(await caches.kept()).toContain(EVENT);
});

test('a new build drops what the one before kept, and neither keeps pages of the other', async () => {
  const old = new Keeper('1');
  await look(old, EVENT);
  const fresh = new Keeper('2');
  await expect(look(fresh, EVENT, away)).rejects.toThrow('away');
  await fresh.dropOlder();
  expect(await caches.keys()).toEqual([]);
  await look(old, EVENT, () => page(EVENT, { of: '2.amina.en' }));
  expect(await caches.keys()).toEqual([]);
});

test('what is under way when everything is forgotten is not kept', async () => {
  const keeper = new Keeper('1');
  const arrived = Promise.withResolvers<Response>();
  const underWay = look(keeper, EVENT, () => arrived.promise);
  await keeper.forget();
  arrived.resolve(page(EVENT));
  await underWay;
  expect(await caches.keys()).toEqual([]);
});

test('pages are fetched ahead once an hour, and not beyond the first that is not reached', async () => {
  const keeper = new Keeper('1');
  const asked = vi.fn((path: string) => page(path));
  site = asked;
  await keeper.fetchAhead(['/home', EVENT, '/home']);
  await keeper.fetchAhead(['/home', EVENT]);
  expect(asked.mock.calls.map(([path]) => path).filter((path) => !path.endsWith('.css'))).toEqual([
    '/home',
    EVENT,
  ]);
  vi.useFakeTimers({ now: Date.now() + 61 * 60_000 });
  asked.mockImplementation(away);
  asked.mockClear();
  await keeper.fetchAhead(['/home', EVENT]);
  expect(asked).toHaveBeenCalledTimes(1);
  expect(await caches.kept()).toContain(EVENT);
});

/** Somebody goes to a page; resolves once all conclusions from it were drawn. */
async function look(
  keeper: Keeper,
  path: string,
  ask: () => Response | Promise<Response> = () => page(path),
) {
  const work: Promise<unknown>[] = [];
  const shown = await keeper.answer(
    path,
    async () => ask(),
    (one) => work.push(one),
  );
  await Promise.all(work);
  return shown;
}

type Shape = { of?: string | null; isKept?: boolean; status?: number };

function page(path: string, { of = '1.amina.en', isKept = true, status = 200 }: Shape = {}) {
  const html = `<link href="${SHEET}" rel="stylesheet"><h1>${path}</h1>${isKept ? LINE : ''}`;
  const marks = { ...(of && { 'kept-for': of }), ...(of && isKept && { 'kept-page': 'yes' }) };
  const headers = { 'x-sveltekit-page': 'true', date: new Date().toUTCString(), ...marks };
  return new Response(html, { status, headers });
}

function away(): never {
  throw new Error('away');
}
