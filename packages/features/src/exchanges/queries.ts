import type { Queryable } from '@groundwork/database';
import { and, asc, desc, eq, isNotNull, sql } from 'drizzle-orm';
import type { Context, House } from '../context.ts';
import { NotFound } from '../errors.ts';
import { findGroup, type ReadContext, type SeenGroup } from '../groups/queries.ts';
import { nameIn } from '../groups/standing.ts';
import { keyset, pageOf } from '../keyset.ts';
import { findWayBack } from '../outbox/returns/queries.ts';
import { mails } from '../outbox/tables.ts';
import { people } from '../people/tables.ts';
import type { ExchangeQuery } from './contract.ts';
import { exchangesPolicy } from './policy.ts';
import { answerDesks, exchangeLetters, exchanges } from './tables.ts';

/** A page shows no more of them. */
const MOST_LETTERS = 200;
/** So much of the newest letter stands in a list. */
const BEGINNING = 160;

/** The group of exchanges, for those who may read them; for everyone else there are none. */
export async function findDesk(ctx: ReadContext, slug: string): Promise<SeenGroup> {
  const group = await findGroup(ctx, slug);
  if (!exchangesPolicy.see(group)) throw new NotFound('exchanges');
  return group;
}

/** What people answered to a group, the newest letter first. */
export async function listExchanges(ctx: Context, slug: string, asked: ExchangeQuery) {
  const { after, limit = 20, waiting = false } = asked;
  const group = await findDesk(ctx, slug);
  const isShown = and(eq(exchanges.groupId, group.id), waiting ? isNotNull(exchanges.waitsSince) : undefined);
  const [rows, desk] = await Promise.all([
    ctx.db
      .select({
        id: exchanges.id,
        person: { id: people.id, name: people.name },
        subject: exchanges.subject,
        lastAt: exchanges.lastAt,
        isWaiting: sql<boolean>`${exchanges.waitsSince} is not null`,
        letterCount: sql<number>`(select count(*)::int from ${exchangeLetters} own
          where own.exchange_id = ${exchanges.id})`,
        beginning: newestOf(sql`left(regexp_replace(own.body, '\\s+', ' ', 'g'), ${BEGINNING})`),
        isLastFromPerson: newestOf(sql`own.is_from_person`).mapWith(exchangeLetters.isFromPerson),
        cursor: newestFirst.cursor,
      })
      .from(exchanges)
      .innerJoin(people, eq(people.id, exchanges.personId))
      .where(and(isShown, newestFirst.after(after)))
      .orderBy(...newestFirst.order)
      .limit(limit + 1),
    findDeskState(ctx, group.id),
  ]);
  return { ...pageOf(rows, limit), ...desk, group };
}

const newestFirst = keyset('desc', exchanges.lastAt, exchanges.id);

function newestOf(what: ReturnType<typeof sql>) {
  return sql<string>`(select ${what} from ${exchangeLetters} own where own.exchange_id = ${exchanges.id}
    order by own.at desc, own.id desc limit 1)`;
}

async function findDeskState({ db }: { db: Queryable }, groupId: string) {
  const { rows } = await db.execute<{ isOpen: boolean; waitingCount: number }>(sql`
    select exists (select from ${answerDesks} where ${answerDesks.groupId} = ${groupId}) as "isOpen",
      (select count(*)::int from ${exchanges}
        where ${exchanges.groupId} = ${groupId} and ${exchanges.waitsSince} is not null) as "waitingCount"`);
  return rows[0] ?? { isOpen: false, waitingCount: 0 };
}

/** One exchange, as whoever reads the group's stands to it. */
export async function findExchange(ctx: ReadContext, slug: string, exchangeId: string) {
  const group = await findDesk(ctx, slug);
  const [found] = await ctx.db
    .select({
      id: exchanges.id,
      groupId: exchanges.groupId,
      person: { id: people.id, name: people.name },
      email: people.email,
      language: people.language,
      subject: exchanges.subject,
      isWaiting: sql<boolean>`${exchanges.waitsSince} is not null`,
      isReachable: sql<boolean>`${people.email} is not null and not ${people.doNotContact}`,
    })
    .from(exchanges)
    .innerJoin(people, eq(people.id, exchanges.personId))
    .where(and(eq(exchanges.groupId, group.id), eq(exchanges.id, exchangeId)));
  if (!found) throw new NotFound('exchange');
  const { carried, isFrozen } = group;
  return { ...found, group, carried, isFrozen };
}
export type SeenExchange = Awaited<ReturnType<typeof findExchange>>;

/** The letters of an exchange, oldest first. */
export async function listLettersOf(
  { db }: { db: Queryable },
  { id, groupId }: Pick<SeenExchange, 'id' | 'groupId'>,
) {
  const newest = await db
    .select({
      id: exchangeLetters.id,
      isFromPerson: exchangeLetters.isFromPerson,
      by: nameIn(exchangeLetters.authorId, groupId),
      fromAddress: exchangeLetters.fromAddress,
      body: exchangeLetters.body,
      leftOut: exchangeLetters.leftOut,
      at: exchangeLetters.at,
      state: sql<'waits' | 'sent' | 'kept' | 'refused' | null>`(
        select case when mail.state in ('promised', 'held') then 'waits' else mail.state end
        from ${mails} mail where mail.key = ${answerKey('')} || exchange_letters.id)`,
    })
    .from(exchangeLetters)
    .where(eq(exchangeLetters.exchangeId, id))
    .orderBy(desc(exchangeLetters.at), desc(exchangeLetters.id))
    .limit(MOST_LETTERS);
  return newest.reverse();
}

/** What names the mail of an answer. */
function answerKey(letterId: string): string {
  return `answer:${letterId}`;
}

/** All that a person and their group wrote to each other, oldest first. */
export function listPersonLetters(db: Queryable, personId: string) {
  return db
    .select({
      subject: exchanges.subject,
      isFromPerson: exchangeLetters.isFromPerson,
      body: exchangeLetters.body,
      at: exchangeLetters.at,
    })
    .from(exchangeLetters)
    .innerJoin(exchanges, eq(exchanges.id, exchangeLetters.exchangeId))
    .where(eq(exchanges.personId, personId))
    .orderBy(asc(exchangeLetters.at), asc(exchangeLetters.id));
}

/** Whether the site has an address for mail that comes in, and somebody reads it there. */
export async function isMailRead(house: Pick<House, 'db' | 'settings'>): Promise<boolean> {
  const { isSet, isRead } = await findWayBack(house);
  return isSet && isRead;
}
