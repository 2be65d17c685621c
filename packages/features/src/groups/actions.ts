import { newId, type Transaction } from '@groundwork/database';
import { record, type JournalEntry } from '@groundwork/database/journal';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { Forbidden } from '../errors.ts';
import { spendQuota } from '../limits/making.ts';
import { permit } from '../policy.ts';
import { requirePicture } from '../site/pictures/queries.ts';
import { proseOf } from '../site/prose.ts';
import type { GroupChange, NewGroup } from './contract.ts';
import { groupPolicy } from './policy.ts';
import { findGroup, findWholeGroup, mayStartGroups, type WholeGroup } from './queries.ts';
import { slugsFor } from './slug.ts';
import { groups, memberships } from './tables.ts';

/**
 * Starts a group, if the site lets the viewer (Forbidden groups.starting-closed). Whoever starts it is its first
 * steward. One that a steward of the site starts is vouched for by that.
 */
export async function createGroup(ctx: Context, asked: NewGroup): Promise<WholeGroup> {
  const { viewer } = ctx;
  return ctx.change(async (tx) => {
    if (!(await mayStartGroups({ db: tx, viewer }))) throw new Forbidden('groups.starting-closed');
    await spendQuota(ctx, tx, 'groups');
    const { id, slug } = await insertGroup(tx, { ...asked, name: asked.name.trim() });
    await tx.insert(memberships).values({ groupId: id, accountId: viewer.id, role: 'steward' });
    await record(tx, { kind: 'groups.created', groupId: id, actorId: viewer.id, subjectId: id });
    if (viewer.isSiteSteward) await vouch(tx, id, viewer.id);
    return findWholeGroup({ db: tx, viewer: ctx.viewer }, slug);
  });
}

/** Changes what is given and keeps the rest. The address stays, whatever the name becomes: links keep leading here. */
export async function editGroup(ctx: Context, slug: string, change: GroupChange): Promise<WholeGroup> {
  const group = await findGroup(ctx, slug);
  permit(groupPolicy, 'edit', group);
  if (change.pictureKey && change.pictureKey !== group.pictureKey)
    await requirePicture(ctx, change.pictureKey);
  return ctx.change(async (tx) => {
    const fields = Object.keys(change);
    if (fields.length > 0) {
      await tx.update(groups).set(tidy(change)).where(eq(groups.id, group.id));
      await record(tx, {
        kind: 'groups.edited',
        groupId: group.id,
        actorId: ctx.viewer.id,
        subjectId: group.id,
        data: { fields },
      });
    }
    return findWholeGroup({ db: tx, viewer: ctx.viewer }, slug);
  });
}

/** A steward of the site says that a group is what it says. Returns what is on record; null: one of them has said so already. */
export async function vouch(
  tx: Transaction,
  groupId: string,
  accountId: string,
): Promise<JournalEntry | null> {
  const vouched = await tx
    .update(groups)
    .set({ vouchedAt: sql`now()` })
    .where(and(eq(groups.id, groupId), isNull(groups.vouchedAt)))
    .returning({ id: groups.id });
  if (vouched.length === 0) return null;
  return record(tx, { kind: 'groups.vouched', groupId, actorId: accountId, subjectId: groupId });
}

async function insertGroup(tx: Transaction, { name, visibility = 'public', ...rest }: NewGroup) {
  for (const slug of slugsFor(name, visibility === 'public')) {
    const [group] = await tx
      .insert(groups)
      .values({ id: newId(), slug, name, visibility, ...rest })
      .onConflictDoNothing({ target: groups.slug })
      .returning({ id: groups.id, slug: groups.slug });
    if (group) return group;
  }
  throw new Error('a slug with a secret in it was taken');
}

function tidy({ name, accent, questions, about, ...rest }: GroupChange) {
  return {
    ...rest,
    ...(about !== undefined && storyOf(about)),
    ...(name !== undefined && { name: name.trim() }),
    ...(accent !== undefined && { accent: accent?.toLowerCase() ?? null }),
    ...(questions && { questions: questions.map((question) => question.trim()) }),
  };
}

function storyOf(about: string) {
  const { html, of } = proseOf('about', about);
  return { about, aboutHtml: html, aboutHtmlOf: of };
}
