import { and, eq, sql } from 'drizzle-orm';
import { contextFor, NOBODY, type Context, type House } from '../context.ts';
import type { TestSite } from '../testing.ts';
import { aGroup, type AGroup } from '../groups/fixtures.ts';
import { people } from '../people/tables.ts';
import { createEvent, publishEvent } from './actions.ts';
import type { EventInput } from './contract.ts';
import { findEvent } from './queries.ts';
import type { NewRsvp } from './rsvps/contract.ts';
import { confirmRsvp, giveRsvp } from './rsvps/actions.ts';
import { rsvpUrl } from './seal.ts';
import { events, rsvps } from './tables.ts';
import { localOf } from '../site/local-times.ts';

type Site = { house: House };
type Options = Partial<EventInput> & {
  group?: AGroup;
  isDraft?: boolean;
  inHours?: number;
  lastsHours?: number;
};

const HOUR = 3_600_000;
let count = 0;

/** What an organizer fills in: in Madrid, three days from now unless given otherwise, for two hours. */
export function eventInput({
  inHours = 72,
  lastsHours = 2,
  ...options
}: Omit<Options, 'group' | 'isDraft'> = {}): EventInput {
  const { timeZone = 'Europe/Madrid' } = options;
  const starts = Date.now() + inHours * HOUR;
  return {
    title: 'Door-knock: Linden to 9th',
    summary: 'We knock on doors in pairs.',
    starts: localOf(new Date(starts), timeZone),
    ends: localOf(new Date(starts + lastsHours * HOUR), timeZone),
    timeZone,
    held: 'in-person',
    placeName: 'Branch library',
    address: '12 Linden Street',
    ...options,
  };
}

/** A published event of a public group, unless given otherwise. */
export async function anEvent(site: Site, { group, isDraft = false, ...options }: Options = {}) {
  const home = group ?? (await aGroup(site));
  const ctx = stewardOf(site, home);
  const draft = await createEvent(ctx, home.slug, eventInput(options));
  if (!isDraft) await publishEvent(ctx, draft);
  const { id, slug, title } = await findEvent(ctx, draft);
  return { id, slug, title, group: home };
}
export type AnEvent = Awaited<ReturnType<typeof anEvent>>;

/** A group that holds an event too, asked by one who hosts it; `code` is of its own link. */
export async function anEventSponsor(
  site: TestSite,
  { slug }: { slug: string },
  { by, group }: { by: AGroup['steward']; group: AGroup },
) {
  await site.as(by).put(`/events/${slug}/sponsors/${group.slug}`, {});
  const path = `/groups/${group.slug}/event-sponsorships/${slug}`;
  const answer = await site.as(group.steward).put(path, { answer: 'yes' });
  if (answer.status !== 204) throw new Error(`no sponsor: ${answer.status} ${JSON.stringify(answer.body)}`);
  const { rows } = (await site.as(group.steward).get(path)).body;
  const own = rows.find((row: { isOwn: boolean }) => row.isOwn);
  return { path, code: own.link.code as string };
}

/** An RSVP of somebody with no account, who confirmed it from their mailbox; `email` to know their mails by. */
export async function anRsvp(site: Site, event: { slug: string }, options: Partial<NewRsvp> = {}) {
  const given = await anUnconfirmedRsvp(site, event, options);
  await confirmByLink(site, event, given.email);
  return { name: given.name, email: given.email };
}

/** The same, before its mailbox said yes. */
export async function anUnconfirmedRsvp(
  site: Site,
  { slug }: { slug: string },
  options: Partial<NewRsvp> = {},
) {
  count += 1;
  const { name = `Nadia ${count}`, email = `nadia${count}@example.org` } = options;
  const asked = { answer: 'going' as const, guestCount: 0, updates: false, ...options, name, email };
  const { state } = await giveRsvp(contextFor(site.house), slug, asked);
  return { name, email, state };
}

/** Somebody presses the link that the answer for their address got by mail. */
export async function confirmByLink({ house }: Site, { slug }: { slug: string }, email: string) {
  const [found] = await house.db
    .select({ id: rsvps.id })
    .from(rsvps)
    .innerJoin(events, eq(events.id, rsvps.eventId))
    .innerJoin(people, eq(people.id, rsvps.personId))
    .where(and(eq(events.slug, slug), eq(people.email, email)));
  const sealed = rsvpUrl(house, found?.id ?? '').split('/rsvps/')[1] ?? '';
  await confirmRsvp(contextFor(house), sealed);
}

function stewardOf({ house }: Site, { steward }: AGroup): Context {
  const { id, name, email } = steward;
  return contextFor(house, { ...NOBODY, id, name, email, signedIn: true });
}

/** The token of the link that this address got by mail. */
export async function tokenFor({ mails }: { mails(): Promise<Mailed[]> }, email: string): Promise<string> {
  const urls = (await mails()).map((mail) =>
    mail.toAddress === email ? mail.letter?.button?.url : undefined,
  );
  return urls.findLast((url) => url?.includes('/rsvps/'))?.split('/rsvps/')[1] ?? '';
}
type Mailed = { toAddress: string | null; letter: { button?: { url: string } } | null };

/** Time passes: as if the event had begun this many hours ago. Nobody can plan that through the door. */
export async function beganAgo({ house }: Site, { id }: { id: string }, hours: number): Promise<void> {
  const ago = sql`now() - make_interval(mins => ${Math.round(hours * 60)})`;
  await house.db
    .update(events)
    .set({ startsAt: ago, endsAt: sql`${ago} + (${events.endsAt} - ${events.startsAt})` })
    .where(eq(events.id, id));
}
