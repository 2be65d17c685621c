/**
 * On the pages of whoever is signed in: brings the service worker in, and names to it what is to be kept for when there is no
 * line.
 */
const LINKS = 'a[data-keep]';

function tell() {
  const own = document.querySelector('[data-kept]') ? [location.pathname] : [];
  const links = [...document.querySelectorAll<HTMLAnchorElement>(LINKS)].map(({ pathname }) => pathname);
  navigator.serviceWorker.controller?.postMessage(['/offline', '/home', ...own, ...links]);
}

async function begin() {
  navigator.serviceWorker.addEventListener('controllerchange', tell);
  try {
    await navigator.serviceWorker.register('/service-worker.js');
    tell();
  } catch {
    // In a window that keeps nothing, and where scripts of the site may not stay: pages go without.
  }
}

if ('serviceWorker' in navigator) void begin();

export {};
