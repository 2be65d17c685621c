/**
 * Keeps the count of what waits true on a page that stays open: asked anew when one comes back to it, and every two minutes while
 * it is looked at. What one tab learns, the others are told.
 */
const PAUSE_MS = 120_000;
const mark = document.querySelector<HTMLElement>('[data-waiting]');
const figure = mark?.querySelector('b');
const tabs = new BroadcastChannel('waiting');
let askedAt = Date.now();

async function ask() {
  const address = mark?.dataset.waiting;
  if (!address || document.visibilityState !== 'visible' || Date.now() - askedAt < 2_000) return;
  askedAt = Date.now();
  try {
    const answer = await fetch(address, { headers: { accept: 'application/json' } });
    if (!answer.ok) return;
    const { count } = (await answer.json()) as { count: number };
    show(count);
    tabs.postMessage(count);
  } catch {
    // No line: the count stays as it was.
  }
}

function show(count: number) {
  if (!mark || !figure) return;
  figure.textContent = String(count);
  mark.hidden = count === 0;
  document.title = (count > 0 ? `(${count}) ` : '') + document.title.replace(/^\(\d+\) /, '');
}

tabs.onmessage = ({ data }: MessageEvent<number>) => show(data);
document.addEventListener('visibilitychange', () => void ask());
// A page that comes back from where the browser keeps it is as old as when it was left.
addEventListener('pageshow', ({ persisted }) => persisted && void ask());
setInterval(() => void ask(), PAUSE_MS);
if (figure) tabs.postMessage(Number(figure.textContent));

export {};
