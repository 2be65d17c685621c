import { existsSync } from 'node:fs';
import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core';
import { Refusal } from './options.ts';
import type { Stage } from './stage.ts';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);

/** The system's Chromium, without its own background traffic, gone with the stage. */
export async function openBrowser(stage: Stage): Promise<Browser> {
  if (!CHROMIUM) throw new Refusal('Chromium is not on this machine: apt-get install chromium.');
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', ...quiet],
    // Ctrl-C is ours to hear, and the stage ends the browser.
    ...{ handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false },
  });
  stage.ending(() => browser.close());
  return browser;
}

export type Weight = { bytes: number; requests: number; scriptBytes: number };

/** What a first visit on a phone costs: bytes over the wire with their headers, requests, and bytes of script. */
export async function weigh(browser: Browser, url: string): Promise<Weight> {
  return visit(browser, async (page, session) => {
    const types = new Map<string, string>();
    const weight = { bytes: 0, requests: 0, scriptBytes: 0 };
    session.on('Network.requestWillBeSent', ({ requestId, type = 'Other' }) => types.set(requestId, type));
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      weight.bytes += encodedDataLength;
      if (types.get(requestId) === 'Script') weight.scriptBytes += encodedDataLength;
    });
    const answer = await page.goto(url, { waitUntil: 'networkidle' });
    if (!answer?.ok()) throw new Error(`${url} answered ${answer?.status() ?? 'nothing'}.`);
    return { ...weight, requests: types.size };
  });
}

/** Milliseconds to the first contentful paint on a phone four times slower, 400 ms away, with 50 kB a second. */
export async function paint(browser: Browser, url: string): Promise<number> {
  return visit(browser, async (page, session) => {
    const [latency, throughput] = [400, 50_000];
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await session.send('Network.emulateNetworkConditions', {
      ...{ offline: false, latency, downloadThroughput: throughput, uploadThroughput: throughput },
    });
    await page.goto(url, { waitUntil: 'commit' });
    return page.evaluate<number>(FIRST_PAINT);
  });
}

const FIRST_PAINT = `new Promise((resolve) => new PerformanceObserver((list) => {
  for (const { name, startTime } of list.getEntries()) if (name === 'first-contentful-paint') resolve(startTime);
}).observe({ type: 'paint', buffered: true }))`;

/** With a profile of its own, so that nothing is there from before. */
async function visit<T>(browser: Browser, work: (page: Page, session: CDPSession) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-US' });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    return await work(page, session);
  } finally {
    await context.close();
  }
}
