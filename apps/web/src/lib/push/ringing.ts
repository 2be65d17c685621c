/** What the site rings with, as browsers that know Declarative Web Push show it without us. */
type Ringing = {
  notification: { title: string; navigate: string; lang?: string; dir?: 'auto' | 'ltr' | 'rtl' };
  app_badge?: number;
};

/** Not every browser shows a count. */
type Badged = { setAppBadge?: (count: number) => Promise<void> };
type Extended = { waitUntil(work: Promise<unknown>): void };
type Pushed = Extended & { data: { text(): string } | null };
type Touched = Extended & { notification: { data: unknown; close(): void } };

/**
 * What of a ServiceWorkerGlobalScope is needed here. Its own types would hold for the pages too, where the same names are of
 * a window.
 */
type RingingWorker = {
  addEventListener(kind: 'push', listener: (event: Pushed) => void): void;
  addEventListener(kind: 'notificationclick', listener: (event: Touched) => void): void;
  registration: { scope: string; showNotification(title: string, options: object): Promise<void> };
  navigator: object;
  clients: {
    matchAll(of: { type: 'window' }): Promise<readonly { url: string; focus(): Promise<unknown> }[]>;
    openWindow(address: string): Promise<unknown>;
  };
};

/** Shows what this browser is rung with, and opens its page when it is touched. */
export function ringOn(worker: RingingWorker): void {
  worker.addEventListener('push', (event) => {
    event.waitUntil(show(worker, readRinging(event.data?.text() ?? '', worker.registration.scope)));
  });
  worker.addEventListener('notificationclick', (event) => {
    event.notification.close();
    event.waitUntil(open(worker, String(event.notification.data)));
  });
}

/**
 * What was sent, and where it leads within this site. Browsers want to see something for each push: of one that cannot be read
 * the name of the site is shown.
 */
export function readRinging(text: string, scope: string): Ringing {
  const unread: Ringing = { notification: { title: new URL(scope).host, navigate: scope } };
  try {
    const said = JSON.parse(text) as Partial<Ringing> | null;
    const { title, navigate, lang, dir } = said?.notification ?? unread.notification;
    if (typeof title !== 'string' || title === '') return unread;
    const leadsHere =
      URL.canParse(navigate, scope) && new URL(navigate, scope).origin === new URL(scope).origin;
    return {
      notification: {
        title,
        navigate: leadsHere ? new URL(navigate, scope).href : scope,
        ...(lang && { lang }),
        ...(dir && { dir }),
      },
      ...(typeof said?.app_badge === 'number' && { app_badge: said.app_badge }),
    };
  } catch {
    return unread;
  }
}

async function show({ registration, navigator }: RingingWorker, ringing: Ringing): Promise<void> {
  const { title, navigate, ...written } = ringing.notification;
  // What says the same stands once.
  await registration.showNotification(title, { ...written, data: navigate, tag: title });
  const { setAppBadge } = navigator as Badged;
  if (ringing.app_badge !== undefined)
    await setAppBadge?.call(navigator, ringing.app_badge).catch(() => undefined);
}

/** The page that stands open already, else a new one: on another somebody may be writing. */
async function open({ clients }: RingingWorker, address: string): Promise<void> {
  const pages = await clients.matchAll({ type: 'window' });
  const page = pages.find(({ url }) => url === address);
  await (page ? page.focus() : clients.openWindow(address));
}
