/**
 * The service worker of whoever is signed in: pages come from the site, and where it is not reached, those of the viewer's own
 * that were kept (lib/offline/keeper.ts). What is sent by forms passes it by.
 */
import { version } from '$app/env';
import { Keeper } from '#lib/offline/keeper.ts';
import { ringOn } from '#lib/push/ringing.ts';

// As much of them as is used here: the types of workers and those of pages do not go together.
type Lasting = Event & { waitUntil(work: Promise<unknown>): void };
type Asked = Lasting & {
  request: Request;
  preloadResponse: Promise<Response | undefined>;
  respondWith(answer: Promise<Response>): void;
};
type Told = Lasting & { data: string[] };
type Scope = {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  /** Not every browser asks ahead. */
  registration: { unregister(): Promise<boolean>; navigationPreload?: { enable(): Promise<void> } };
  addEventListener(type: 'install' | 'activate', hear: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', hear: (event: Asked) => void): void;
  addEventListener(type: 'message', hear: (event: Told) => void): void;
};

const worker = self as unknown as Scope;
const keeper = new Keeper(version);
ringOn(self as unknown as Parameters<typeof ringOn>[0]);
/** Not pages of whoever is signed in: the api's, files, and forms in other sites' frames. */
const OTHERS = /^\/(?:api|files|embed)\//;

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));

worker.addEventListener('activate', (event) => event.waitUntil(begin()));

async function begin() {
  await keeper.dropOlder();
  await worker.registration.navigationPreload?.enable();
  await worker.clients.claim();
}

/** A page names those that are to be kept. */
worker.addEventListener('message', (event) => event.waitUntil(keeper.fetchAhead(event.data)));

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin || OTHERS.test(pathname)) return;
  if (request.destination === 'style') event.respondWith(keeper.style(request));
  else if (request.mode !== 'navigate') return;
  else if (request.method === 'GET') show(event, pathname);
  else send(event, pathname);
});

function show(event: Asked, path: string) {
  const ask = async () => (await event.preloadResponse) ?? fetch(event.request);
  event.respondWith(keeper.answer(path, ask, (work) => event.waitUntil(work)));
}

/** Of a form that is sent nothing is read or kept. Signing out forgets everything, with a line or without. */
function send(event: Asked, path: string) {
  if (!navigator.onLine) event.respondWith(sayOffline());
  if (path === '/sign-out') event.waitUntil(end());
}

async function sayOffline() {
  return (await keeper.sayOffline()) ?? Response.error();
}

async function end() {
  await keeper.forget();
  await worker.registration.unregister();
}
