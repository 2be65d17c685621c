/** A browser's CacheStorage, as far as the keeper asks it (W3C, Service Workers, 5.5), in memory. For tests. */
export type FakeCaches = ReturnType<typeof fakeCaches>;

export function fakeCaches(ask: (path: string) => Response) {
  const opened = new Map<string, ReturnType<typeof fakeCache>>();
  return {
    keys: async () => [...opened.keys()],
    delete: async (name: string) => opened.delete(name),
    async open(name: string) {
      const cache = opened.get(name) ?? fakeCache(ask);
      opened.set(name, cache);
      return cache;
    },
    /** The paths of everything that is kept. */
    kept: async () => (await Promise.all([...opened.values()].map((cache) => cache.keys()))).flat(),
  };
}

function fakeCache(ask: (path: string) => Response) {
  const kept = new Map<string, Response>();
  return {
    match: async (path: string) => kept.get(path)?.clone(),
    keys: async () => [...kept.keys()],
    delete: async (path: string) => kept.delete(path),
    put: async (path: string, response: Response) => void kept.set(path, response),
    add: async (path: string) => void kept.set(path, ask(path)),
  };
}
