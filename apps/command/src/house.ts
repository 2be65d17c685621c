import type { House } from '@groundwork/features/context';
import { openHouse } from '@groundwork/features/house';
import type { Settings } from '@groundwork/settings';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { mustLiveHere, withDatabase } from './site.ts';
import { CommandRefusal } from './verb.ts';

type Place = { databaseUrl: string; settings: Settings; signal: AbortSignal };

/** Calls `work` with what the site's processes stand on. Throws Refusal when the site does not live in DATA_DIR. */
export async function withHouse<T>(
  { databaseUrl, settings, signal }: Place,
  work: (house: House) => Promise<T>,
): Promise<T> {
  mustHaveSecret(settings);
  signal.throwIfAborted();
  const { house, close } = await openHouse(settings, databaseUrl, { connections: 4 });
  try {
    return await work(house);
  } finally {
    await close();
  }
}

/** As both above, for verbs that ask of a site that is there. */
export function withSite<T>(
  settings: Settings,
  signal: AbortSignal,
  work: (house: House) => Promise<T>,
): Promise<T> {
  mustLiveHere(settings);
  return withDatabase(settings, signal, (databaseUrl) => withHouse({ databaseUrl, settings, signal }, work));
}

/** One that is made up here would seal links, and be kept in backups, that the site knows nothing of. */
function mustHaveSecret({ secret, dataDir }: Settings) {
  if (secret || existsSync(join(dataDir, 'secret'))) return;
  throw new CommandRefusal(
    `The secret of the site is not in ${dataDir}: set DATA_DIR to the folder where the site keeps its data, or SECRET.`,
  );
}

/** For whoever has nothing to tell live listeners: a site whose Redis is away can be looked after all the same. */
export function quiet(settings: Settings): Settings {
  return { ...settings, redisUrl: undefined };
}
