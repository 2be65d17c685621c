import type { Transaction } from '@groundwork/database';
import { and, asc, eq, gt, gte, isNull, not, sql } from 'drizzle-orm';
import { accountReceiver } from '../../accounts/receivers.ts';
import { isSuspended } from '../../accounts/queries.ts';
import { accounts } from '../../accounts/tables.ts';
import { dateFormat } from '@groundwork/words/dates';
import type { Language } from '@groundwork/words';
import type { Context } from '../../context.ts';
import { Invalid } from '../../errors.ts';
import { events } from '../../events/tables.ts';
import { findGroup } from '../../groups/queries.ts';
import { standing, standingOf } from '../../groups/standing.ts';
import { groups } from '../../groups/tables.ts';
import { note, theGroup } from '../../journal.ts';
import { seeNotices, tell } from '../../notices/actions.ts';
import { carefulGroups } from '../../notices/tables.ts';
import { permit } from '../../policy.ts';
import { proseOf } from '../../site/prose.ts';
import type { Care, NewWelcome } from '../contract.ts';
import { greetingPolicy } from '../policy.ts';
import { welcomes } from '../tables.ts';
import { listAnswering } from './queries.ts';

/** From now on whoever joins is greeted so. */
export async function writeWelcome(
  ctx: Context,
  slug: string,
  { body: typed, askId }: NewWelcome,
): Promise<void> {
  const group = await findGroup(ctx, slug);
  permit(greetingPolicy, 'greet', group);
  const body = typed.trim();
  const { html: bodyHtml, of: bodyHtmlOf } = proseOf('body', body);
  const said = { body, bodyHtml, bodyHtmlOf, askId };
  await ctx.change(async (tx) => {
    if (askId !== null && (await listAnswering(tx, group.id, askId)).length === 0)
      throw new Invalid([{ name: 'askId', code: 'greetings.nobody-to-ask' }]);
    await tx
      .insert(welcomes)
      .values({ groupId: group.id, ...said })
      .onConflictDoUpdate({ target: welcomes.groupId, set: said });
    note(tx, ctx, 'greetings.welcome-written', theGroup(group.id));
  });
}

/** Nobody is greeted any more. */
export async function endWelcome(ctx: Context, slug: string): Promise<void> {
  const group = await findGroup(ctx, slug);
  permit(greetingPolicy, 'greet', group);
  await ctx.change(async (tx) => {
    const ended = await tx
      .delete(welcomes)
      .where(eq(welcomes.groupId, group.id))
      .returning({ groupId: welcomes.groupId });
    if (ended.length > 0) note(tx, ctx, 'greetings.welcome-ended', theGroup(group.id));
  });
}

/** Whether mail and phones say nothing of what this group has to say. */
export async function chooseCare(ctx: Context, slug: string, { isCareful }: Care): Promise<void> {
  const group = await findGroup(ctx, slug);
  permit(greetingPolicy, 'greet', group);
  await ctx.change(async (tx) => {
    if (isCareful) await tx.insert(carefulGroups).values({ groupId: group.id }).onConflictDoNothing();
    else await tx.delete(carefulGroups).where(eq(carefulGroups.groupId, group.id));
    note(tx, ctx, 'greetings.care-chosen', theGroup(group.id), { isCareful });
  });
}

/** The viewer read what the group says to newcomers. Safe to do twice. */
export async function readWelcome(ctx: Context, slug: string): Promise<void> {
  const group = await findGroup(ctx, slug);
  permit(greetingPolicy, 'read', group);
  await ctx.change((tx) => seeNotices(tx, ctx.viewer.id, group.id, 'greetings.welcome'));
}

/** Greets somebody who joined, if the group says something to newcomers and they are still there. */
export async function greet(ctx: Context, groupId: string | null, accountId: string | null): Promise<void> {
  if (groupId === null || accountId === null) return;
  await ctx.change(async (tx) => {
    const [found] = await tx
      .select({
        to: accountReceiver,
        about: { id: groups.id, groupId: groups.id, slug: groups.slug, name: groups.name },
        joinedAt: standing.joinedAt,
        ...{ body: welcomes.body, askId: welcomes.askId },
      })
      .from(welcomes)
      .innerJoin(groups, eq(groups.id, welcomes.groupId))
      .innerJoin(accounts, eq(accounts.id, accountId))
      .innerJoin(...standingOf(accounts.id))
      .where(
        and(
          eq(welcomes.groupId, groupId),
          gte(standing.joinedAt, welcomes.begunAt),
          not(isSuspended(accounts.id)),
        ),
      );
    if (!found) return;
    const { askId, ...welcome } = found;
    const [asked] = askId === null ? [] : await listAnswering(tx, groupId, askId);
    const event = await findNext(tx, groupId, found.to.language);
    await tell(tx, ctx, 'greetings.welcome', { ...welcome, ask: asked?.name ?? null, event });
  });
}

/** What the group does next that its members may come to, in words. */
async function findNext(tx: Transaction, groupId: string, language: Language) {
  const [next] = await tx
    .select({ title: events.title, startsAt: events.startsAt, timeZone: events.timeZone })
    .from(events)
    .where(
      and(
        eq(events.groupId, groupId),
        eq(events.state, 'published'),
        isNull(events.hiddenAt),
        gt(events.startsAt, sql`now()`),
      ),
    )
    .orderBy(asc(events.startsAt))
    .limit(1);
  if (!next) return null;
  return { title: next.title, when: dateFormat(language, next.timeZone, 'moment').format(next.startsAt) };
}
