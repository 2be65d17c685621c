import type { Queryable } from '@groundwork/database';
import type { LetterCard } from '@groundwork/mail';
import { say, type Language } from '@groundwork/words';
import { dateFormat } from '@groundwork/words/dates';
import { whenParts } from '@groundwork/words/moments';
import { and, asc, eq, inArray, isNotNull, isNull, ne, or, sql } from 'drizzle-orm';
import { codeOfSponsor, signatureCount } from '../campaigns/queries.ts';
import { campaigns } from '../campaigns/tables.ts';
import type { House } from '../context.ts';
import { announcement, type AnnouncedEvent } from '../events/announced.ts';
import { codeOfEventSponsor } from '../events/queries.ts';
import { events } from '../events/tables.ts';
import { groups } from '../groups/tables.ts';
import { pageVia } from '../links/via.ts';
import { NEAREST } from './body/parts.ts';
import { VARIANTS } from './learning.ts';
import { phoneKey, pictureSize } from '../site/picture-keys.ts';

type Site = Pick<House, 'settings'>;
/** The things that a text names, by their slugs. */
export type ThingNames = { events: string[]; petitions: string[] };
type Petition = Awaited<ReturnType<typeof findPetitions>>[number];
/** Those of them that its readers may see; `nearest` are those of which each reader is shown one. */
export type NamedThings = { events: AnnouncedEvent[]; petitions: Petition[]; nearest: AnnouncedEvent[] };

/** What may be waited for, of a group's next events. */
const AHEAD_DAYS = 90;
const MOST_AHEAD = 100;

/** A group's next events to which anybody can be invited, the soonest first. */
export async function listInvitable(db: Queryable, groupId: string): Promise<AnnouncedEvent[]> {
  return db
    .select(announcement)
    .from(events)
    .innerJoin(groups, eq(groups.id, events.groupId))
    .where(
      and(
        eq(events.groupId, groupId),
        eq(events.state, 'published'),
        isNull(events.hiddenAt),
        ne(events.rsvpFrom, 'members'),
        sql`${events.startsAt} between now() and now() + make_interval(days => ${AHEAD_DAYS})`,
      ),
    )
    .orderBy(asc(events.startsAt), asc(events.id))
    .limit(MOST_AHEAD);
}

/**
 * What a group's letter may name: its own things as they are out, and those of others that every stranger sees. What is off,
 * hidden or a draft, or nobody's business, is not there. To what it carries with others it leads by its own link: whoever reads it
 * is its person.
 */
export async function findNamedThings(
  db: Queryable,
  groupId: string,
  named: ThingNames,
): Promise<NamedThings> {
  const [found, petitions, nearest] = await Promise.all([
    findEvents(db, groupId, named.events),
    findPetitions(db, groupId, named.petitions),
    named.events.includes(NEAREST) ? listInvitable(db, groupId) : [],
  ]);
  return { events: found, petitions, nearest };
}

/**
 * An event or a petition as a card in a reader's language; null when it is not there. Of the nearest event, `variant` is the
 * id; of a sample that is nobody's, the soonest stands there.
 */
export function cardOf(
  site: Site,
  things: NamedThings,
  { language, variant }: { language: Language; variant: string },
  { is, slug }: Reference,
): LetterCard | null {
  if (is === 'event' && slug === NEAREST) {
    const isSample = VARIANTS.some((one) => one === variant);
    const event = isSample ? things.nearest[0] : things.nearest.find(({ id }) => id === variant);
    return event ? eventCard(site, language, event) : null;
  }
  if (is === 'event') {
    const event = things.events.find((one) => one.slug === slug);
    return event ? eventCard(site, language, event) : null;
  }
  const petition = things.petitions.find((one) => one.slug === slug);
  return petition ? petitionCard(site, language, petition) : null;
}
type Reference = { is: 'event' | 'petition'; slug: string };

/** A picture as it is put into the mail: the copy for phones, which is small. */
export async function attachedPicture({ files }: Pick<House, 'files'>, key: string) {
  const size = pictureSize(key);
  const found = size && (await files.get(phoneKey(key)));
  if (!found) return null;
  const bytes = Buffer.concat(await found.toArray());
  const width = Math.min(480, size.width);
  return {
    shown: { cid: key, width, height: Math.round((size.height * width) / size.width) },
    file: {
      ...{ cid: key, filename: `${key}.webp`, contentType: 'image/webp' },
      ...{ content: bytes.toString('base64'), encoding: 'base64' as const },
    },
  };
}
export type AttachedPicture = NonNullable<Awaited<ReturnType<typeof attachedPicture>>>;

const isSeenByAll = and(
  ne(groups.visibility, 'private'),
  isNotNull(groups.vouchedAt),
  isNull(groups.hiddenAt),
);

async function findEvents(db: Queryable, groupId: string, slugs: string[]): Promise<AnnouncedEvent[]> {
  if (slugs.length === 0) return [];
  return db
    .select({ ...announcement, via: codeOfEventSponsor(sql`${groupId}::uuid`) })
    .from(events)
    .innerJoin(groups, eq(groups.id, events.groupId))
    .where(
      and(
        inArray(events.slug, slugs),
        eq(events.state, 'published'),
        isNull(events.hiddenAt),
        or(eq(events.groupId, groupId), isSeenByAll),
      ),
    );
}

async function findPetitions(db: Queryable, groupId: string, slugs: string[]) {
  if (slugs.length === 0) return [];
  return db
    .select({
      slug: campaigns.slug,
      title: campaigns.title,
      ask: campaigns.ask,
      state: campaigns.state,
      goal: campaigns.goal,
      signatureCount,
      via: codeOfSponsor(sql`${groupId}::uuid`),
    })
    .from(campaigns)
    .innerJoin(groups, eq(groups.id, campaigns.groupId))
    .where(
      and(
        inArray(campaigns.slug, slugs),
        ne(campaigns.state, 'draft'),
        isNull(campaigns.hiddenAt),
        or(eq(campaigns.groupId, groupId), isSeenByAll),
      ),
    );
}

function eventCard({ settings }: Site, language: Language, event: AnnouncedEvent): LetterCard {
  const { title, startsAt, timeZone, slug, via, placeName, address, addressVisibility, held } = event;
  const shown = addressVisibility === 'public' ? address : null;
  // Many an address begins with the name of its place.
  const named = shown && placeName && shown.startsWith(placeName) ? null : placeName;
  const place = [named, shown].filter(Boolean).join(', ');
  const part = (style: 'stubMonth' | 'stubDay') => dateFormat(language, timeZone, style).format(startsAt);
  return {
    title,
    lines: [
      say(language, 'events.when', whenParts(language, event)),
      ...(place ? [place] : []),
      ...(held === 'in-person' ? [] : [say(language, `compositions.card.${held}`)]),
    ],
    url: pageVia(`${settings.publicUrl}/events/${slug}`, via),
    action: say(language, 'compositions.card.answer'),
    stub: { month: part('stubMonth'), day: part('stubDay') },
  };
}

function petitionCard({ settings }: Site, language: Language, petition: Petition): LetterCard {
  const { slug, via, title, ask, state, signatureCount: count, goal } = petition;
  const isOpen = state === 'published';
  return {
    title,
    lines: [
      ask,
      say(language, goal ? 'compositions.card.signed-of' : 'compositions.card.signed', {
        count,
        goal: goal ?? 0,
      }),
    ],
    url: pageVia(`${settings.publicUrl}/campaigns/${slug}`, via),
    action: say(language, isOpen ? 'compositions.card.sign' : 'compositions.card.read'),
  };
}
