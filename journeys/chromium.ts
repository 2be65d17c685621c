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

const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** The system's Chromium, without its own background traffic. */
export const OWN_CHROMIUM = {
  executablePath: PATHS.find(existsSync) ?? '',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', ...QUIET],
};

/** vitest's global setup: one Chromium for all journeys. */
export async function setup(project: TestProject): Promise<void> {
  if (!OWN_CHROMIUM.executablePath)
    throw new Error('Chromium is missing. Install it: apt-get install chromium');
  server = await chromium.launchServer({ ...OWN_CHROMIUM, host: '127.0.0.1' });
  project.provide('chromium', server.wsEndpoint());
}

export async function teardown(): Promise<void> {
  await server.close();
}
