import { and, asc, desc, eq } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { listExternalIds, osdiName } from '../external-ids/queries.ts';
import { listOwnFieldValues } from '../fields/queries.ts';
import { listOwnNotes } from '../notes/queries.ts';
import { findOwnRecord } from '../queries.ts';
import { sealedId } from '../../site/tokens.ts';
import { contactPoints, people, personAddresses, personHistory } from '../tables.ts';
import { openMailbox } from './mailboxes.ts';
import { findOwnLooks, listOfMailbox } from './queries.ts';

/** All that one group holds about a person, for their own keeping. */
export async function copyOwnRecord(ctx: Context, sealed: string) {
  return asFile([await copyOf(ctx, sealed)]);
}

/** The same of every group that holds who reads this mailbox. */
export async function copyOwnRecords(ctx: Context, sealed: string) {
  const held = await listOfMailbox(ctx.db, openMailbox(ctx, sealed));
  const copies = [];
  for (const { id } of held) copies.push(await copyOf(ctx, sealedId(ctx.settings.secret, 'own-record', id)));
  return asFile(copies);
}

function asFile<Copy>(records: Copy[]) {
  const format = { format: 'groundwork-own-records', version: 1 } as const;
  return { ...format, writtenAt: new Date(), records };
}

async function copyOf(ctx: Context, sealed: string) {
  const record = await findOwnRecord(ctx, sealed);
  const [reach, values, history, notes, looks, named] = await Promise.all([
    reachOf(ctx, record),
    listOwnFieldValues(ctx, sealed),
    listAllHistory(ctx, record.id),
    listOwnNotes(ctx, record.id),
    findOwnLooks(ctx, sealed),
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
    ...{ consents: record.consents, history, notes, looks },
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

function listAllHistory({ db }: Context, personId: string) {
  return db
    .select({ kind: personHistory.kind, label: personHistory.label, at: personHistory.at })
    .from(personHistory)
    .where(eq(personHistory.personId, personId))
    .orderBy(desc(personHistory.at), desc(personHistory.id));
}
