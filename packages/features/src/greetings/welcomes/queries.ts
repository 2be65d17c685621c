import type { Queryable } from '@groundwork/database';
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { accounts } from '../../accounts/tables.ts';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { findGroup } from '../../groups/queries.ts';
import { isAnswering, shownName, standingOf } from '../../groups/standing.ts';
import { carefulGroups, noticeRows } from '../../notices/tables.ts';
import { freshHtml } from '../../site/prose.ts';
import type { Greeting, OwnWelcome } from '../contract.ts';
import { greetingPolicy } from '../policy.ts';
import { welcomes } from '../tables.ts';

/** As many may be named as the one to ask. */
const MOST = 100;

/** How a group greets, for those who decide that. */
export async function findGroupGreeting(ctx: Context, slug: string): Promise<Greeting> {
  const group = await findGroup(ctx, slug);
  if (!greetingPolicy.seeGreeting(group)) throw new NotFound('greeting');
  const { db } = ctx;
  const [[welcome], careful, answering] = await Promise.all([
    db.select().from(welcomes).where(eq(welcomes.groupId, group.id)),
    db.$count(carefulGroups, eq(carefulGroups.groupId, group.id)),
    listAnswering(db, group.id),
  ]);
  return { body: welcome?.body ?? '', askId: welcome?.askId ?? null, isCareful: careful > 0, answering };
}

/** Those who answer for something in a group, as it knows them. */
export function listAnswering(db: Queryable, groupId: string, accountId?: string) {
  return db
    .select({ id: accounts.id, name: shownName() })
    .from(accounts)
    .innerJoin(...standingOf(accounts.id, groupId))
    .where(and(isAnswering, accountId === undefined ? undefined : eq(accounts.id, accountId)))
    .orderBy(asc(sql`lower(${shownName()})`), asc(accounts.id))
    .limit(MOST);
}

/** What a group says to whoever asks, until they read it. */
export async function findOwnWelcome(ctx: Context, slug: string): Promise<OwnWelcome> {
  const group = await findGroup(ctx, slug);
  const { db, viewer } = ctx;
  const [found] = await db
    .select({ body: welcomes.body, html: welcomes.bodyHtml, of: welcomes.bodyHtmlOf, askId: welcomes.askId })
    .from(noticeRows)
    .innerJoin(welcomes, eq(welcomes.groupId, noticeRows.aboutId))
    .where(
      and(
        eq(noticeRows.accountId, viewer.id),
        eq(noticeRows.aboutId, group.id),
        eq(noticeRows.kind, 'greetings.welcome'),
        sql`${noticeRows.seenAt} is null`,
      ),
    )
    .orderBy(desc(noticeRows.id))
    .limit(1);
  if (!found) return { welcome: null };
  const { body, html, of, askId } = found;
  const [bodyHtml, [ask]] = await Promise.all([
    freshHtml(body, { html, of }, (prose) =>
      db
        .update(welcomes)
        .set({ bodyHtml: prose.html, bodyHtmlOf: prose.of })
        .where(eq(welcomes.groupId, group.id)),
    ),
    askId === null ? [] : listAnswering(db, group.id, askId),
  ]);
  return { welcome: { bodyHtml, ask: ask ?? null } };
}
