import { and, eq, sql, type SQL } from 'drizzle-orm';
import { Readable } from 'node:stream';
import { findOwnAccount } from '../../accounts/queries.ts';
import { signatures } from '../../campaigns/signatures/tables.ts';
import { campaigns } from '../../campaigns/tables.ts';
import type { Context } from '../../context.ts';
import { inStretches, jsonLines, openEnded, COPIED_AT_ONCE } from '../../copying.ts';
import { isHost } from '../../events/queries.ts';
import { events } from '../../events/tables.ts';
import { standing, standingOf } from '../../groups/standing.ts';
import { groups } from '../../groups/tables.ts';
import { keyset } from '../../keyset.ts';
import { wordsOfViewer } from '../../messaging/messages/own-words.ts';
import { findOwnChoices } from '../choices/queries.ts';
import { findCalendarAddress, isOwnSeen, isSignedBy, ownAnswer } from './queries.ts';

/**
 * All that is the viewer's own, for their keeping, as it is read: no more of it is held than a stretch of lines. What fails in the
 * middle ends it there, and it is no JSON then. Nothing in it opens anything: no session, no address of a calendar, no link.
 */
export async function copyOwnAccount(ctx: Context): Promise<Readable> {
  const [account, choices, calendar] = await Promise.all([
    findOwnAccount(ctx),
    findOwnChoices(ctx),
    findCalendarAddress(ctx),
  ]);
  const head = {
    ...{ format: 'groundwork-own-account', version: 1, writtenAt: new Date() },
    ...{ account, notices: choices, calendarMadeAt: calendar?.madeAt ?? null },
  };
  const written = async function* () {
    yield openEnded(head);
    for (const [name, lines] of Object.entries({ memberships, events: attended, signatures: signed })) {
      yield `,\n"${name}":[`;
      yield* jsonLines(lines(ctx));
      yield ']';
    }
    yield ',\n"messages":[';
    yield* jsonLines(wordsOfViewer(ctx));
    yield ']}\n';
  };
  return Readable.from(written(), { objectMode: false });
}

function memberships({ db, viewer }: Context) {
  const order = keyset('asc', groups.id);
  return inStretches(order, (after: SQL | undefined) =>
    db
      .select({
        group: { name: groups.name, slug: groups.slug },
        role: standing.role,
        name: standing.ownName,
        pronouns: standing.ownPronouns,
        joinedAt: standing.joinedAt,
        cursor: order.cursor,
      })
      .from(groups)
      .innerJoin(...standingOf(viewer.id))
      .where(after)
      .orderBy(...order.order)
      .limit(COPIED_AT_ONCE),
  );
}

function attended({ db, viewer }: Context) {
  const order = keyset('asc', events.startsAt, events.id);
  return inStretches(order, (after: SQL | undefined) =>
    db
      .select({
        title: events.title,
        slug: events.slug,
        group: groups.name,
        startsAt: events.startsAt,
        endsAt: events.endsAt,
        timeZone: events.timeZone,
        state: events.state,
        isHost: sql<boolean>`${isHost(viewer)}`,
        answer: ownAnswer(viewer.id),
        cursor: order.cursor,
      })
      .from(events)
      .innerJoin(groups, eq(groups.id, events.groupId))
      .leftJoin(...standingOf(viewer.id))
      .where(and(isOwnSeen(viewer), after))
      .orderBy(...order.order)
      .limit(COPIED_AT_ONCE),
  );
}

function signed({ db, viewer }: Context) {
  const order = keyset('asc', signatures.createdAt, signatures.id);
  return inStretches(order, (after: SQL | undefined) =>
    db
      .select({
        campaign: campaigns.title,
        group: groups.name,
        kind: signatures.kind,
        name: signatures.name,
        shownName: signatures.shownName,
        showName: signatures.showName,
        comment: signatures.comment,
        postcode: signatures.postcode,
        signedAt: signatures.createdAt,
        confirmedAt: signatures.confirmedAt,
        withdrawnAt: signatures.withdrawnAt,
        cursor: order.cursor,
      })
      .from(signatures)
      .innerJoin(campaigns, eq(campaigns.id, signatures.campaignId))
      // The group that was named to them when they signed.
      .innerJoin(groups, eq(groups.id, signatures.groupId))
      .where(and(isSignedBy(viewer), after))
      .orderBy(...order.order)
      .limit(COPIED_AT_ONCE),
  );
}
