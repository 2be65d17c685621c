/**
 * Lets this browser be rung, once its owner presses; and shows which of the browsers that ring it is. The page says what came of
 * it: each sentence stands there hidden.
 */
const section = document.querySelector<HTMLElement>('[data-push-key]');
const canRing = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

if (section) {
  section.querySelector('[data-push="add"] button')?.addEventListener('click', () => void letRing(section));
  void begin(section);
}

async function begin(place: HTMLElement) {
  if (!canRing) return say(place, 'unable');
  const registration = await navigator.serviceWorker.getRegistration();
  const own = await registration?.pushManager.getSubscription();
  const line = own && place.querySelector<HTMLElement>(`[data-mark="${await markOf(own.endpoint)}"]`);
  if (!line) return say(place, Notification.permission === 'denied' ? 'refused' : 'add');
  line.querySelector('[data-push-this]')?.removeAttribute('hidden');
}

async function letRing(place: HTMLElement) {
  if ((await Notification.requestPermission()) !== 'granted') return say(place, 'refused');
  try {
    await navigator.serviceWorker.register('/service-worker.js');
    const { pushManager } = await navigator.serviceWorker.ready;
    const subscription = await subscribe(pushManager, place.dataset.pushKey ?? '');
    const { endpoint, keys } = subscription.toJSON();
    const answer = await fetch(place.dataset.pushAt ?? '', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ endpoint, p256dh: keys?.p256dh, auth: keys?.auth }),
    });
    if (answer.ok) return location.assign('?phone=added#push');
    await subscription.unsubscribe();
    return say(place, answer.status === 409 ? 'many' : 'failed');
  } catch {
    return say(place, 'failed');
  }
}

/** A browser that was let be rung by another key, as when a site was moved, is let anew. */
async function subscribe(pushManager: PushManager, key: string): Promise<PushSubscription> {
  const asked = { userVisibleOnly: true, applicationServerKey: key };
  try {
    return await pushManager.subscribe(asked);
  } catch (error) {
    const old = await pushManager.getSubscription();
    if (!old) throw error;
    await old.unsubscribe();
    return pushManager.subscribe(asked);
  }
}

async function markOf(endpoint: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(endpoint));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function say(place: HTMLElement, what: string) {
  for (const one of place.querySelectorAll<HTMLElement>('[data-push]'))
    one.hidden = one.dataset.push !== what && !(one.dataset.push === 'add' && what === 'failed');
}

export {};
