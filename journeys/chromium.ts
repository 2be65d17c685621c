import { existsSync } from 'node:fs';
import { chromium, type BrowserServer } from 'playwright-core';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the browser of all journeys is reached. */
    chromium: string;
  }
}

const PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
let server: BrowserServer;

/** vitest's global setup: the system's Chromium, without its own background traffic, for all journeys. */
export async function setup(project: TestProject): Promise<void> {
  const executablePath = PATHS.find(existsSync);
  if (!executablePath) throw new Error('Chromium is missing. Install it: apt-get install chromium');
  const quiet = [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ];
  server = await chromium.launchServer({
    executablePath,
    host: '127.0.0.1',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', ...quiet],
  });
  project.provide('chromium', server.wsEndpoint());
}

export async function teardown(): Promise<void> {
  await server.close();
}
