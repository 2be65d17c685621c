import { and, eq } from 'drizzle-orm';
import { campaigns } from '../campaigns/tables.ts';
import { contextFor } from '../context.ts';
import { createEvent, publishEvent } from '../events/actions.ts';
import { checkIn, closeEvent, countGuests } from '../events/checkin/actions.ts';
import { findEvent } from '../events/queries.ts';
import { confirmRsvp, giveRsvp } from '../events/rsvps/actions.ts';
import { subscribeByRsvp } from '../events/rsvps/opt-ins.ts';
import { RSVP_SEAL } from '../events/seal.ts';
import { sealedId } from '../site/tokens.ts';
import { rsvps } from '../events/tables.ts';
import { localOf } from '../site/local-times.ts';
import { moveGathering } from './backdating.ts';
import { crowd } from './crowd.ts';
import { gatherings } from './gatherings.ts';
import { nthPerson } from './names.ts';
import { DEMO_ZONE, type Stage } from './opening.ts';

type Gathering = (typeof gatherings)[number];
const DAY = 86_400_000;
/** The first of them, beyond everyone who signs. */
const REGULARS = 5_000;

/** Twenty gatherings with people who mean to come; at those that are over, most did. */
export async function holdGatherings(stage: Stage): Promise<void> {
  for (const [index, gathering] of gatherings.entries()) await hold(stage, gathering, index);
}

async function hold(stage: Stage, gathering: Gathering, index: number) {
  const group = stage.groups.get(gathering.group);
  if (!group) return;
  const ctx = stage.as(gathering.host);
  const isOver = gathering.day < 0;
  const slug = await createEvent(ctx, group.slug, {
    ...describe(gathering),
    ...(isOver ? happeningNow() : times(gathering)),
    campaignId: gathering.serves ? await campaignOf(stage, group.id) : null,
  });
  await publishEvent(ctx, slug);
  const isSpanish = ['vecinas', 'juventud'].includes(gathering.group);
  await crowd(gathering.comingCount, (n) => {
    const tongue = n % 4 === 0 ? 'es' : 'en';
    // Every third is one of those who come again and again, and of whom nobody asked yet to sign.
    return giveRsvp(contextFor(stage.house, undefined, isSpanish ? 'es' : tongue), slug, {
      ...nthPerson(n % 3 === 0 ? REGULARS + n : n + index * 31, tongue),
      answer: n % 7 === 6 ? 'maybe' : 'going',
      guestCount: 0,
      updates: n % 2 === 0,
    });
  });
  await confirmAll(stage, slug);
  if (isOver) await checkEveryoneIn(stage, gathering, slug);
}

/** Who answers through a link of another group is nobody who answered before. */
const FIRST_THROUGH = 7_500;

/** People come to an event through a group that holds it too. */
export async function bringAnswers(
  stage: Stage,
  { slug, ...through }: { slug: string; link: string | undefined; owner: string },
  count: number,
): Promise<void> {
  const answer = { answer: 'going' as const, guestCount: 0, updates: true };
  await crowd(count, (n) =>
    giveRsvp(contextFor(stage.house, undefined, 'es'), slug, {
      ...nthPerson(FIRST_THROUGH + n, 'es'),
      ...answer,
      ...through,
    }),
  );
  await confirmAll(stage, slug);
}

/** Each presses the link in the mail, in the order they answered; one of forty has not looked yet. */
async function confirmAll({ house }: Stage, slug: string) {
  const { id: eventId } = await findEvent(contextFor(house), slug);
  const asked = await house.db
    .select({ id: rsvps.id, language: rsvps.language })
    .from(rsvps)
    .where(and(eq(rsvps.eventId, eventId), eq(rsvps.state, 'unconfirmed')))
    .orderBy(rsvps.givenAt, rsvps.id);
  await crowd(asked.length, async (n) => {
    const one = asked[n];
    if (!one || n % 40 === 39) return;
    const sealed = sealedId(house.settings.secret, RSVP_SEAL, one.id);
    const ctx = contextFor(house, undefined, one.language);
    await confirmRsvp(ctx, sealed);
    // Who ticked the box for mail says so once more, as most do.
    if (n % 5 !== 4) await subscribeByRsvp(ctx, sealed);
  });
}

/** The door of a gathering that is over: four of five came. Then it is closed and moved to its day. */
async function checkEveryoneIn(stage: Stage, { host, day, hour }: Gathering, slug: string) {
  const ctx = stage.as(host);
  const event = await findEvent(ctx, slug);
  const coming = await stage.house.db
    .select({ id: rsvps.id, guestCount: rsvps.guestCount })
    .from(rsvps)
    .where(and(eq(rsvps.eventId, event.id), eq(rsvps.state, 'going')));
  for (const [n, { id, guestCount: count }] of coming.entries()) {
    if (n % 5 === 4) continue;
    await checkIn(ctx, slug, id);
    if (count > 0) await countGuests(ctx, slug, { id, count });
  }
  await closeEvent(ctx, slug);
  const hourNow = new Date(Date.now()).getUTCHours();
  await moveGathering(stage.house.db, event.id, { days: day, hours: hour + 5 - hourNow });
}

function describe({ title, summary, placeName, capacity }: Gathering) {
  const held = placeName === null ? ('online' as const) : ('in-person' as const);
  const onlineUrl = placeName === null ? 'https://meet.valley.example/budget-school' : null;
  const address = placeName === null ? null : `${placeName}, Valley`;
  return { title, summary, placeName, capacity, held, onlineUrl, address, timeZone: DEMO_ZONE };
}

function times({ day, hour, hours }: Gathering) {
  const date = localOf(new Date(Date.now() + day * DAY), DEMO_ZONE).slice(0, 10);
  const clock = (at: number) => `${date}T${String(at).padStart(2, '0')}:00`;
  return { starts: clock(hour), ends: clock(hour + hours) };
}

function happeningNow() {
  const local = (at: number) => localOf(new Date(at), DEMO_ZONE);
  return { starts: local(Date.now() - DAY / 48), ends: local(Date.now() + DAY / 12) };
}

async function campaignOf({ house }: Stage, groupId: string) {
  const [campaign] = await house.db
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(eq(campaigns.groupId, groupId));
  return campaign?.id ?? null;
}
