import { sql } from 'drizzle-orm';
import type { Listener } from './load/listener.ts';
import type { RunningSite } from './site.ts';
import type { Stage } from './stage.ts';

/** What there is, beside what people were told there is. All since the beginning of the run. */
export type Count = {
  stored: number;
  mailsPromised: number;
  mailsDelivered: number;
  mailsRefused: number;
  copies: number;
  listenersCaughtUp: number;
  /** A sentence for each thing that is missing, doubled or too many. */
  lost: string[];
};

/** Compares everything that was accepted with what is stored, mailed and told. */
export async function countAll(site: RunningSite, stage: Stage, listeners: Listener[]): Promise<Count> {
  const deeds = await countDeeds(site, stage);
  const mails = await countMails(site, stage);
  const heard = await countHeard(site, stage, listeners);
  return { ...deeds, ...mails, ...heard, lost: [...deeds.lost, ...mails.lost, ...heard.lost] };
}

async function countDeeds(site: RunningSite, stage: Stage) {
  const { ledger } = stage;
  const signers = await listOne<string>(
    site,
    sql`
    select p.email as value from signatures s join people p on p.id = s.person_id`,
  );
  const confirmed = await listOne<string>(
    site,
    sql`
    select p.email as value from signatures s join people p on p.id = s.person_id where s.confirmed_at is not null`,
  );
  const messages = await listOne<string>(
    site,
    sql`
    select id as value from messages where channel_id = ${stage.channel.id} order by seq`,
  );
  const pictures = await findPictures(stage);
  const places = await countPlaces(site, stage);
  const lost = [
    ...compare('signatures', ledger.signed, signers),
    ...compare('confirmations', ledger.confirmed, confirmed),
    ...compare('messages', ledger.messages, messages),
    ...compare('pictures', ledger.pictures, pictures),
    ...places.lost,
  ];
  const stored = signers.length + confirmed.length + messages.length + pictures.length + places.stored;
  return { stored, lost };
}

type Rsvp = { event: string; email: string; state: string };

async function countPlaces(site: RunningSite, { ledger }: Stage) {
  const { rows } = await site.database.db.execute<Rsvp>(sql`
    select r.event_id as event, p.email, r.state from rsvps r join people p on p.id = r.person_id`);
  const lost: string[] = [];
  let stored = 0;
  for (const { id, capacity, answered, confirmed, cancelled } of ledger.gatherings) {
    const here = rows.filter(({ event }) => event === id);
    const inState = (state: string) => here.filter((rsvp) => rsvp.state === state).map(({ email }) => email);
    const due = Math.min(capacity, confirmed.size - cancelled.size);
    const going = inState('going').length;
    lost.push(
      ...compare(
        'RSVPs',
        answered,
        here.map(({ email }) => email),
      ),
    );
    const yes = here.filter(({ state }) => state !== 'unconfirmed').map(({ email }) => email);
    lost.push(...compare('confirmed RSVPs', confirmed, yes));
    lost.push(...compare('cancellations', cancelled, inState('cancelled')));
    if (going !== due) lost.push(`${going} have a place where ${due} should`);
    stored += here.length + yes.length + inState('cancelled').length;
  }
  return { stored, lost };
}

async function findPictures({ url, ledger }: Stage): Promise<string[]> {
  const found: string[] = [];
  for (const key of ledger.pictures) {
    const answer = await fetch(`${url}/api/v1/files/${key}`).catch(() => null);
    if (answer?.ok && (await answer.arrayBuffer()).byteLength > 0) found.push(key);
  }
  return found;
}

async function countMails(site: RunningSite, stage: Stage) {
  const { rows } = await site.database.db.execute<{ id: string; state: string }>(
    sql`select id, state from mails`,
  );
  const host = new URL(stage.webUrl).hostname;
  const inState = (state: string) => rows.filter((mail) => mail.state === state);
  const { ids, copies } = stage.post.delivered();
  const undelivered = inState('sent').filter(({ id }) => !ids.has(`<${id}@${host}>`));
  const receivers = stage.post.receivers();
  const due = [...stage.ledger.signed, ...stage.ledger.gatherings.flatMap(({ answered }) => [...answered])];
  const unheard = due.filter((address) => !receivers.has(address)).length - inState('refused').length;
  const lost = [
    ...(undelivered.length > 0 ? [`${undelivered.length} mails are called sent and never came`] : []),
    ...(inState('promised').length > 0
      ? [`${inState('promised').length} mails are still only promised`]
      : []),
    ...(unheard > 0 ? [`${unheard} people got no mail`] : []),
  ];
  return {
    mailsPromised: rows.length,
    mailsDelivered: ids.size,
    mailsRefused: inState('refused').length,
    copies,
    lost,
  };
}

/** Each client's transcript must be the channel's history, word for word: no hole, no double. */
async function countHeard(site: RunningSite, { channel }: Stage, listeners: Listener[]) {
  const history = await listOne<string>(
    site,
    sql`
    select id as value from messages where channel_id = ${channel.id} order by seq`,
  );
  const expected = history.join();
  const faithful = listeners.filter(
    (listener) =>
      listener
        .heard()
        .map(({ id }) => id)
        .join() === expected,
  );
  const others = listeners.length - faithful.length;
  return {
    listenersCaughtUp: faithful.length,
    lost: others > 0 ? [`${others} live clients heard something else than the channel's history`] : [],
  };
}

function compare(what: string, accepted: Set<string>, stored: string[]): string[] {
  const there = new Set(stored);
  const missing = [...accepted].filter((one) => !there.has(one)).length;
  const doubled = stored.length - there.size;
  const unasked = [...there].filter((one) => !accepted.has(one)).length;
  return [
    ...(missing > 0 ? [`${missing} ${what} were accepted and are not stored`] : []),
    ...(doubled > 0 ? [`${doubled} ${what} are stored twice`] : []),
    ...(unasked > 0 ? [`${unasked} ${what} are stored that nobody was told of`] : []),
  ];
}

async function listOne<T>({ database }: RunningSite, query: ReturnType<typeof sql>): Promise<T[]> {
  const { rows } = await database.db.execute<{ value: T }>(query);
  return rows.map(({ value }) => value);
}
