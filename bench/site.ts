import { freshFolder } from './folders.ts';
import { freePort, startProgram, type Program } from './programs.ts';
import type { Stage } from './stage.ts';

type Ground = { databaseUrl: string; redisUrl?: string; smtpUrl?: string; env?: Record<string, string> };
export type Site = { env: Record<string, string>; publicUrl: string };

/** What the processes of one site share: a folder that goes with the stage, an address, a secret. */
export async function openSite(stage: Stage, { databaseUrl, redisUrl, smtpUrl, env }: Ground): Promise<Site> {
  const dataDir = await freshFolder(stage);
  const publicUrl = `http://127.0.0.1:${await freePort()}`;
  return {
    publicUrl,
    env: {
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataDir,
      PUBLIC_URL: publicUrl,
      SECRET: 'only-for-measuring-and-known-to-everybody',
      TRUST_PROXY: 'loopback',
      // Thousands a minute, none of whom does any work.
      PROOF_PAST: '1000000',
      ...(redisUrl && { REDIS_URL: redisUrl }),
      ...(smtpUrl && { SMTP_URL: smtpUrl }),
      ...env,
    },
  };
}

export function startApi(stage: Stage, { env }: Site): Promise<Program> {
  return startProgram(stage, 'apps/api/src/main.ts', { env, ready: '/readyz' });
}

export function startWorker(stage: Stage, { env }: Site): Promise<Program> {
  return startProgram(stage, 'apps/worker/src/main.ts', { env, ready: '/readyz' });
}

/** The pages, at the site's own address. */
export function startWeb(stage: Stage, { env, publicUrl }: Site, api: Program): Promise<Program> {
  return startProgram(stage, 'apps/web/src/main.ts', {
    env: { ...env, API_URL: api.url },
    port: Number(new URL(publicUrl).port),
    ready: '/readyz',
  });
}
