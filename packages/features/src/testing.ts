import { relayOnce } from '@groundwork/database/journal';
import type { Language } from '@groundwork/words';
import { asc, eq } from 'drizzle-orm';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { contextFor, type House, type Viewer } from './context.ts';
import { handlers, type SweepName } from './handlers.ts';
import type { PushNet } from './home/pushes/posting.ts';
import { mailings } from './mailings/tables.ts';
import { readLetter, readSubject } from './outbox/letter.ts';
import { letters, mails } from './outbox/tables.ts';
import { sites } from './site/tables.ts';
import { borrowGround, TEST_ORIGIN } from './testing/ground.ts';
import { dueWorkOf, entryOfJob, handlerOfJob, jobsFor, sweepsOf } from './work.ts';

type Body = object | string | undefined;
/** What came back through the door: `body` is parsed JSON, or the text when it was not JSON. */
export type TestAnswer = {
  status: number;
  body: any; // eslint-disable-line @typescript-eslint/no-explicit-any
  headers: Record<string, unknown>;
  cookie: string | null;
};
/** Someone knocking at the api. */
export type TestClient = Record<
  'get' | 'post' | 'put' | 'patch' | 'delete',
  (path: string, body?: Body, headers?: Record<string, string>) => Promise<TestAnswer>
>;
export type TestSite = Awaited<ReturnType<typeof aSite>>;

export { TEST_ORIGIN };

/**
 * A whole site with nothing in it, for one test. The tests of a worker share the ground it stands on, one after the
 * other; `apart` gives it a ground of its own, for whoever breaks it, or lets other programs work on it. `net` is over what its
 * phones are rung; without one, nobody is there.
 */
export async function aSite({ isSetUp = true, apart = false, net = nowhere }: SiteAsked = {}) {
  const { url, house, app } = await borrowGround({ apart });
  const { db } = house;
  const name = 'Valley Coalition';
  if (isSetUp)
    await db.insert(sites).values({ name, languages: ['en', 'es', 'ar'], startingGroups: 'anyone' });
  const address = nextAddress();
  return {
    db,
    house,
    app,
    databaseUrl: url,
    ctx: (viewer?: Viewer) => contextFor(house, viewer),
    as: (account: { token: string } | null, language: Language = 'en') =>
      clientOf(app, account, language, address),
    work: () => workOff(house, net),
    sweep: (name: SweepName) => sweepOnce(house, name),
    mails: () => mailsOf(house),
  };
}

type SiteAsked = { isSetUp?: boolean; apart?: boolean; net?: PushNet };
/** No name has an address there: no test asks the internet. */
const nowhere: PushNet = { resolve: async () => [], mayAsk: () => false, ports: 'usual' };

let siteCount = 0;

/** Each site is asked from an address of its own, where no limit has counted yet. */
function nextAddress() {
  siteCount += 1;
  return `10.${siteCount >> 16}.${(siteCount >> 8) & 255}.${siteCount & 255}`;
}

/** Knocks at a given api in the name of an account, or of a stranger. */
export function clientOf(
  app: FastifyInstance,
  account: { token: string } | null,
  language: Language = 'en',
  address = '127.0.0.1',
): TestClient {
  const ask =
    (method: InjectOptions['method']) =>
    async (path: string, body?: Body, headers: Record<string, string> = {}) => {
      const reply = await app.inject({
        method: method ?? 'GET',
        remoteAddress: address,
        url: path.startsWith('/api/') ? path : `/api/v1${path}`,
        headers: {
          origin: TEST_ORIGIN,
          host: new URL(TEST_ORIGIN).host,
          'accept-language': language,
          ...headers,
        },
        ...(account && { cookies: { session: account.token } }),
        ...(body !== undefined && { payload: body }),
      });
      return answerOf(reply);
    };
  return { get: ask('GET'), post: ask('POST'), put: ask('PUT'), patch: ask('PATCH'), delete: ask('DELETE') };
}

function answerOf(reply: Awaited<ReturnType<FastifyInstance['inject']>>): TestAnswer {
  const isJson = String(reply.headers['content-type']).includes('json') && reply.body !== '';
  const cookie = reply.cookies.find(({ name }) => name === 'session')?.value ?? null;
  return {
    status: reply.statusCode,
    body: isJson ? reply.json() : reply.body,
    headers: reply.headers,
    cookie,
  };
}

/** The mails as their receivers would read them, oldest first; `tells` is the kind of mailing that one is of. */
async function mailsOf({ db }: House) {
  const rows = await db
    .select({ mail: mails, shared: letters, tells: mailings.kind })
    .from(mails)
    .leftJoin(letters, eq(letters.id, mails.letterId))
    .leftJoin(mailings, eq(mailings.id, mails.mailingId))
    .orderBy(asc(mails.promisedAt), asc(mails.id));
  return rows.map(({ mail, shared, tells }) => ({
    ...mail,
    tells,
    subject: readSubject(mail, shared),
    letter: readLetter(mail, shared),
  }));
}

/** Does everything the journal asks for, and what is due, until nothing is left: the worker without its queue. */
async function workOff(house: House, net: PushNet) {
  const features = handlers(null, net);
  const deliver = async (entries: Parameters<typeof jobsFor>[1]) => {
    for (const { name, payload } of jobsFor(features, entries))
      await handlerOfJob(features, name)?.(contextFor(house), entryOfJob(payload));
  };
  const { signal } = new AbortController();
  for (let isOver = false; !isOver;) {
    isOver = true;
    while ((await relayOnce(house.db, deliver)) > 0);
    for (const { isDue, run } of dueWorkOf(features)) {
      if (!(await isDue(house))) continue;
      await run(contextFor(house), signal);
      isOver = false;
    }
  }
}

async function sweepOnce(house: House, name: SweepName) {
  const sweep = sweepsOf(handlers(null)).find((one) => one.name === name);
  if (!sweep) throw new Error(`no sweep is called ${name}`);
  await sweep.run(contextFor(house));
}
