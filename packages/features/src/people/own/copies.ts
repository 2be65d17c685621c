import { and, asc, eq } from 'drizzle-orm';
import { Readable } from 'node:stream';
import type { Context } from '../../context.ts';
import { inStretches, jsonLines, openEnded, COPIED_AT_ONCE } from '../../copying.ts';
import { NotFound } from '../../errors.ts';
import type { Answer } from '../../http.ts';
import { keyset } from '../../keyset.ts';
import { sealedId } from '../../site/tokens.ts';
import type { Subject } from '../../subject.ts';
import { listExternalIds, osdiName } from '../external-ids/queries.ts';
import { listOwnFieldValues } from '../fields/queries.ts';
import { isKept } from '../notes/queries.ts';
import { personNotes } from '../notes/tables.ts';
import { kindShown } from '../mailed.ts';
import { findOwnRecord } from '../queries.ts';
import { contactPoints, people, personAddresses, personHistory } from '../tables.ts';
import type { OwnCopy } from './contract.ts';
import { hasMailbox, openMailbox } from './mailboxes.ts';
import { findOwnLooks } from './queries.ts';

/** All that one group holds about a person, for their own keeping, as it is read. */
export async function copyOwnRecord(ctx: Context, subjects: Subject[], sealed: string): Promise<Readable> {
  const { id } = await findOwnRecord(ctx, sealed);
  return fileOf(ctx, subjects, [id]);
}

/** The same of every group that holds who reads this mailbox. */
export function copyOwnRecords(ctx: Context, subjects: Subject[], sealed: string): Readable {
  return fileOf(ctx, subjects, idsOfMailbox(ctx, openMailbox(ctx, sealed)));
}

type Ids = AsyncIterable<string> | Iterable<string>;

/**
 * One document, written while it is read: a mailbox may be known to all groups of a site, and somebody may have done much over
 * the years. No more of it is held than a stretch of lines. What fails in the middle ends it there, and it is no JSON then.
 */
function fileOf(ctx: Context, subjects: Subject[], ids: Ids): Readable {
  const written = async function* () {
    const head = { format: 'groundwork-own-records', version: 1, writtenAt: new Date() };
    yield `${openEnded(head)},"records":[`;
    let separator = '';
    for await (const id of ids) {
      const record = await recordIn(ctx, subjects, id);
      // Erased since this began.
      if (!record) continue;
      yield `${separator}\n${openEnded(record)},"history":[`;
      yield* jsonLines(historyOf(ctx, id));
      yield '],"notes":[';
      yield* jsonLines(notesOf(ctx, id));
      yield '],"letters":[';
      yield* jsonLines(lettersOf(ctx, subjects, id));
      yield ']}';
      separator = ',';
    }
    yield ']}\n';
  };
  return Readable.from(written(), { objectMode: false });
}

async function recordIn(ctx: Context, subjects: Subject[], id: string) {
  try {
    return await copyOf(ctx, subjects, sealedId(ctx.settings.secret, 'own-record', id));
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

/** All of it but what may be long: what somebody did, and notes about them. */
async function copyOf(
  ctx: Context,
  subjects: Subject[],
  sealed: string,
): Promise<Answer<Omit<OwnCopy, 'history' | 'notes' | 'letters'>>> {
  const record = await findOwnRecord(ctx, sealed);
  const [reach, values, looks, named] = await Promise.all([
    reachOf(ctx, record),
    listOwnFieldValues(ctx, sealed),
    findOwnLooks(ctx, subjects, sealed),
    listExternalIds(ctx.db, record.id),
  ]);
  const { groupName, groupSlug, pronouns, assessment, doNotContact, source, tags } = record;
  return {
    group: { name: groupName, slug: groupSlug },
    person: {
      identifiers: [`groundwork:${record.id}`, ...named.map(osdiName)],
      created_date: record.addedAt,
      name: record.name,
      ...reach,
      languages_spoken: [record.language],
      custom_fields: Object.fromEntries(values.map(({ name, value }) => [name, value])),
    },
    ...{ pronouns, assessment, doNotContact, source, tags },
    ...{ consents: record.consents, looks },
  };
}

type Held = Awaited<ReturnType<typeof findOwnRecord>>;

async function reachOf({ db }: Context, { id, email, phone, subscribed }: Held) {
  const [further, addresses, [seen]] = await Promise.all([
    db
      .select({ kind: contactPoints.kind, value: contactPoints.value })
      .from(contactPoints)
      .where(eq(contactPoints.personId, id))
      .orderBy(asc(contactPoints.addedAt), asc(contactPoints.id)),
    db.select().from(personAddresses).where(eq(personAddresses.personId, id)),
    db
      .select({ at: people.lastSeenAt })
      .from(people)
      .where(and(eq(people.id, id))),
  ]);
  const all = (kind: 'email' | 'phone', first: string | null) => [
    ...(first === null ? [] : [{ value: first, primary: true }]),
    ...further.filter((one) => one.kind === kind).map(({ value }) => ({ value, primary: false })),
  ];
  const status = subscribed ? ('subscribed' as const) : ('unsubscribed' as const);
  return {
    modified_date: seen?.at ?? new Date(),
    email_addresses: all('email', email).map(({ value, primary }) => ({ address: value, primary, status })),
    phone_numbers: all('phone', phone).map(({ value, primary }) => ({ number: value, primary })),
    postal_addresses: addresses.map(({ street, city, region, postcode, country }) => ({
      address_lines: street === null ? [] : [street],
      locality: city,
      ...{ region, postal_code: postcode, country },
    })),
  };
}

async function* idsOfMailbox({ db }: Context, address: string): AsyncGenerator<string> {
  const { id, groupId } = people;
  const order = keyset('asc', groupId, id);
  const held = inStretches(order, (after) =>
    db
      .select({ id, cursor: order.cursor })
      .from(people)
      .where(and(hasMailbox(address), after))
      .orderBy(...order.order)
      .limit(COPIED_AT_ONCE),
  );
  for await (const person of held) yield person.id;
}

function historyOf({ db }: Context, personId: string) {
  const { label, at, id } = personHistory;
  const order = keyset('desc', at, id);
  return inStretches(order, (after) =>
    db
      .select({ kind: kindShown, label, at, cursor: order.cursor })
      .from(personHistory)
      .where(and(eq(personHistory.personId, personId), after))
      .orderBy(...order.order)
      .limit(COPIED_AT_ONCE),
  );
}

function notesOf({ db }: Context, personId: string) {
  const { body, at, id } = personNotes;
  const order = keyset('desc', at, id);
  return inStretches(order, (after) =>
    db
      .select({ body, at, cursor: order.cursor })
      .from(personNotes)
      .where(and(eq(personNotes.personId, personId), isKept(), after))
      .orderBy(...order.order)
      .limit(COPIED_AT_ONCE),
  );
}

async function* lettersOf({ db }: Context, subjects: Subject[], personId: string) {
  for (const { letters } of subjects) if (letters) yield* await letters(db, personId);
}
