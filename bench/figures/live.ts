import { atLeast, atMost, type Bench, type Figure, type Pair } from '../figure.ts';
import { startSockets } from '../load/load.ts';
import { startProgram, type Program } from '../programs.ts';
import { startRedisOn } from '../redis.ts';
import { ACCOUNTS, cookieOf, idOf } from '../seeding/ids.ts';
import { openSite, startApi } from '../site.ts';

/** How people sit: everyone in one channel, or ten in each of many. */
type Seating = { rooms: number; sockets: number };
type Place = (seating: Seating) => { listeners: object[]; posts: object[] };

const BODY = `@n@ ${'See you at the hall at seven, and bring the leaflets. '.repeat(4)}`.slice(0, 195);

export const live: Figure = {
  letter: 'd',
  title: 'Live: what is said in a channel, until every socket has heard it',
  async open(bench) {
    const { stage, databases, sizes } = bench;
    const limit = await startProgram(stage, 'bench/limits/talking.ts', {
      env: { DATABASE_URL: await databases.bare(stage) },
      ready: null,
    });
    const alone = await openSite(stage, { databaseUrl: await databases.fresh(stage) });
    const one = ours([await startApi(stage, alone)]);
    const redisUrl = await startRedisOn(stage);
    const shared = { databaseUrl: await databases.fresh(stage), redisUrl };
    const pair = await openSite(stage, shared);
    const two = ours([await startApi(stage, pair), await startApi(stage, pair)]);
    const oneChannel = { rooms: 1, sockets: sizes.sockets };
    const many = { rooms: sizes.rooms, sockets: sizes.rooms * 10 };
    const { flood, rhythm } = await measures(bench);
    const bare = bareSeats(limit);
    const inOne = `${sizes.sockets.toLocaleString('en')} sockets in one room`;
    const beside = 'raw ws, an INSERT for each message';
    return [
      {
        name: inOne,
        ...fast(beside),
        limit: () => flood(bare, oneChannel),
        ours: () => flood(one, oneChannel),
      },
      {
        name: `${inOne}, 99th of 100`,
        ...slow(beside),
        limit: () => rhythm(bare, oneChannel),
        ours: () => rhythm(one, oneChannel),
      },
      {
        name: `${inOne}, two processes and Redis`,
        ...fast(`${beside}, one process`),
        limit: () => flood(bare, oneChannel),
        ours: () => flood(two, oneChannel),
      },
      {
        name: `${sizes.rooms.toLocaleString('en')} rooms of 10`,
        ...fast(beside),
        lines: [atLeast(0.6)],
        limit: () => flood(bare, many),
        ours: () => flood(one, many),
      },
    ];
  },
};

type Common = Pick<Pair, 'unit' | 'lines' | 'beside' | 'warmsUp'>;
const fast = (beside: string): Common => ({
  unit: 'deliveries/s',
  lines: [atLeast(0.9)],
  beside,
  warmsUp: true,
});
const slow = (beside: string): Common => ({
  unit: 'ms at 10 messages/s',
  lines: [atMost(1.5)],
  beside,
  warmsUp: true,
});

async function measures({ stage, sizes }: Bench) {
  const sockets = await startSockets(stage);
  const heard = async (place: Place, seating: Seating, said: object) => {
    const { listeners, posts } = place(seating);
    await sockets({ open: listeners });
    const found = await sockets({ say: posts, hearers: seating.sockets / seating.rooms, ...said });
    await sockets({ close: true });
    return found;
  };
  return {
    async flood(place: Place, seating: Seating) {
      const count = seating.rooms === 1 ? sizes.seconds * 40 : sizes.seconds * 250;
      return (await heard(place, seating, { count, atOnce: 16 }))?.perSecond ?? 0;
    },
    async rhythm(place: Place, seating: Seating) {
      return (await heard(place, seating, { count: sizes.seconds * 10, perSecond: 10 }))?.p99 ?? 0;
    },
  };
}

/** Sockets are spread over the processes, and so is what is said. */
function ours(apis: Program[]): Place {
  return ({ rooms, sockets }) => ({
    listeners: Array.from({ length: sockets }, (_, n) => ({
      url: `${at(apis, n).url.replace('http', 'ws')}/api/v1/live`,
      headers: { cookie: cookieOf(1 + (n % ACCOUNTS)), origin: at(apis, n).url },
      hello: JSON.stringify({ subscribe: `channel:${idOf('channel', 1 + (n % rooms))}` }),
    })),
    posts: Array.from({ length: Math.max(rooms, ACCOUNTS) }, (_, n) => ({
      url: `${at(apis, n).url}/api/v1/channels/${idOf('channel', 1 + (n % rooms))}/messages`,
      headers: {
        cookie: cookieOf(1 + (n % ACCOUNTS)),
        origin: at(apis, n).url,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ id: '@id@', body: BODY }),
    })),
  });
}

function bareSeats({ url }: Program): Place {
  return ({ rooms, sockets }) => ({
    listeners: Array.from({ length: sockets }, (_, n) => ({
      url: `${url.replace('http', 'ws')}/${n % rooms}`,
      headers: {},
      hello: 'hello',
    })),
    posts: Array.from({ length: rooms }, (_, n) => ({ url: `${url}/${n}`, headers: {}, body: BODY })),
  });
}

function at(apis: Program[], n: number): Program {
  const api = apis[n % apis.length];
  if (!api) throw new Error('There is no api.');
  return api;
}
