/** What the site rings with, as browsers that know Declarative Web Push show it without us. */
type Ringing = {
  notification: { title: string; navigate: string; lang?: string; dir?: NotificationDirection };
  app_badge?: number;
};

// As much of a service worker as is used here: the types of workers and those of pages do not go together.
type Lasting = { waitUntil(work: Promise<unknown>): void };
type Rung = Lasting & { data: { text(): string } | null };
type Touched = Lasting & { notification: { data: unknown; close(): void } };
type RungWorker = {
  registration: Pick<ServiceWorkerRegistration, 'scope' | 'showNotification'>;
  navigator: object | { setAppBadge(count: number): Promise<void> };
  clients: {
    matchAll(asked: { type: 'window' }): Promise<readonly { url: string; focus(): Promise<unknown> }[]>;
    openWindow(address: string): Promise<unknown>;
  };
  addEventListener(type: 'push', hear: (event: Rung) => void): void;
  addEventListener(type: 'notificationclick', hear: (event: Touched) => void): void;
};

/** Shows what this browser is rung with, and opens its page when it is touched. */
export function ringOn(worker: RungWorker): void {
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
  const unread = { notification: { title: new URL(scope).host, navigate: scope } };
  try {
    const said = JSON.parse(text) as Partial<Ringing> | null;
    const { title, navigate, lang, dir }: Ringing['notification'] = said?.notification ?? unread.notification;
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

async function show({ registration, navigator }: RungWorker, ringing: Ringing): Promise<void> {
  const { title, navigate, ...written } = ringing.notification;
  // What says the same stands once.
  await registration.showNotification(title, { ...written, data: navigate, tag: title });
  if (ringing.app_badge !== undefined && 'setAppBadge' in navigator)
    await navigator.setAppBadge(ringing.app_badge).catch(() => undefined);
}

/** The page that stands open already, else a new one: on another somebody may be writing. */
async function open({ clients }: RungWorker, address: string): Promise<void> {
  const pages = await clients.matchAll({ type: 'window' });
  const page = pages.find(({ url }) => url === address);
  await (page ? page.focus() : clients.openWindow(address));
}
