import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRinging, ringOn } from './ringing.ts';

const scope = 'https://groundwork.test/';
const said = (notification: object, more: object = {}) =>
  readRinging(JSON.stringify({ web_push: 8030, notification, ...more }), scope);

test('what was sent is shown as it was written, and leads where it says', () => {
  const navigate = 'https://groundwork.test/home';
  const written = { title: 'جديد', lang: 'ar', dir: 'rtl', navigate };
  expect(said({ ...written, app_badge: '2' }, { app_badge: 2 })).toEqual({
    notification: written,
    app_badge: 2,
  });
});

test.each([
  'https://elsewhere.example/',
  'javascript:alert(1)',
  '//elsewhere.example',
  'http://groundwork.test/',
])('it leads nowhere else: %s', (navigate) => {
  expect(said({ title: 'New', navigate }).notification.navigate).toBe(scope);
});

test('whatever comes, something is shown, and leads to a page of this site', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const { title, navigate } = readRinging(text, scope).notification;
      expect(title).not.toBe('');
      expect(new URL(navigate).origin).toBe('https://groundwork.test');
    }),
  );
});

/** A worker that remembers what it did. */
function aWorker(open: string[] = []) {
  const heard = new Map<string, (event: unknown) => void>();
  const did: unknown[][] = [];
  const note =
    (name: string) =>
    (...given: unknown[]) => {
      did.push([name, ...given]);
      return Promise.resolve();
    };
  const pages = open.map((url) => ({ url, focus: note(`focus ${url}`) }));
  const worker = {
    addEventListener: (kind: string, listener: (event: unknown) => void) => heard.set(kind, listener),
    registration: { scope, showNotification: note('show') },
    navigator: { setAppBadge: note('badge') },
    clients: { matchAll: () => Promise.resolve(pages), openWindow: note('open') },
  };
  ringOn(worker as unknown as Parameters<typeof ringOn>[0]);
  const hear = async (kind: string, event: object) => {
    const waits: Promise<unknown>[] = [];
    heard.get(kind)?.({ ...event, waitUntil: (work: Promise<unknown>) => waits.push(work) });
    await Promise.all(waits);
  };
  return { hear, did };
}

test('a push is shown with its count, and what says the same stands once', async () => {
  const { hear, did } = aWorker();
  const notification = { title: 'Something new', navigate: `${scope}home`, lang: 'en', dir: 'ltr' };
  await hear('push', { data: { text: () => JSON.stringify({ notification, app_badge: 3 }) } });
  expect(did).toEqual([
    ['show', 'Something new', { lang: 'en', dir: 'ltr', data: `${scope}home`, tag: 'Something new' }],
    ['badge', 3],
  ]);
  await hear('push', { data: null });
  expect(did.at(-1)).toEqual(['show', 'groundwork.test', { data: scope, tag: 'groundwork.test' }]);
});

test('touched, it comes to the page that stands open, else opens it', async () => {
  const notification = { data: `${scope}home`, close: () => undefined };
  const there = aWorker([`${scope}messages`, `${scope}home`]);
  await there.hear('notificationclick', { notification });
  expect(there.did).toEqual([[`focus ${scope}home`]]);
  const elsewhere = aWorker([`${scope}messages`]);
  await elsewhere.hear('notificationclick', { notification });
  expect(elsewhere.did).toEqual([['open', `${scope}home`]]);
});
