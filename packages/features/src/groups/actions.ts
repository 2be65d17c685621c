import { newId, type Transaction } from '@groundwork/database';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { mustBeTimeZone } from '../accounts/actions.ts';
import { asStored } from '../addresses.ts';
import type { Context, Viewer } from '../context.ts';
import { Forbidden, Invalid } from '../errors.ts';
import { note, theGroup } from '../journal.ts';
import { spendQuota } from '../limits/making.ts';
import { permit } from '../policy.ts';
import { requirePicture } from '../site/pictures/queries.ts';
import { proseOf } from '../site/prose.ts';
import { draftSlug } from '../slugs.ts';
import { freeSlug, isReadableSlug, slugsFor } from '../site/new-slugs.ts';
import type { GroupChange, NewGroup } from './contract.ts';
import { isNoAlly } from './listed.ts';
import { groupPolicy } from './policy.ts';
import { findGroup, findWholeGroup, mayStartGroups, type SeenGroup, type WholeGroup } from './queries.ts';
import { groups, memberships } from './tables.ts';

/**
 * Starts a group, if the site lets the viewer (Forbidden groups.starting-closed). Whoever starts it is its first
 * steward, and it is in their zone and language. One that a steward of the site starts is vouched for by that.
 */
export async function createGroup(ctx: Context, asked: NewGroup): Promise<WholeGroup> {
  const { viewer } = ctx;
  return ctx.change(async (tx) => {
    if (!(await mayStartGroups({ db: tx, viewer }))) throw new Forbidden('groups.starting-closed');
    await spendQuota(ctx, tx, 'groups');
    const { id, slug } = await insertGroup(tx, {
      ...asked,
      name: asked.name.trim(),
      timeZone: viewer.timeZone,
      language: viewer.language,
    });
    await tx.insert(memberships).values({ groupId: id, accountId: viewer.id, role: 'steward' });
    note(tx, { viewer }, 'groups.created', theGroup(id));
    if (viewer.isSiteSteward) await vouch(tx, id, viewer.id);
    return findWholeGroup({ db: tx, viewer }, slug);
  });
}

/**
 * Changes what is given and keeps the rest. The address stays, whatever the name becomes: links keep leading here. Only
 * where the group turns private it gets one that nobody can guess, so that its old one tells of nothing; and where it
 * turns public again, a readable one.
 */
export async function editGroup(ctx: Context, slug: string, change: GroupChange): Promise<WholeGroup> {
  const group = await findGroup(ctx, slug);
  permit(groupPolicy, 'edit', group);
  if (group.kind === 'coalition' && change.joining === 'open')
    throw new Invalid([{ name: 'joining', code: 'groups.coalition-joining' }]);
  if (change.timeZone !== undefined) mustBeTimeZone(change.timeZone);
  if (change.pictureKey && change.pictureKey !== group.pictureKey)
    await requirePicture(ctx, change.pictureKey);
  return ctx.change(async (tx) => {
    const fields = Object.keys(change);
    if (fields.length > 0) {
      await tx.update(groups).set(tidy(change)).where(eq(groups.id, group.id));
      note(tx, ctx, 'groups.edited', theGroup(group.id), { fields });
    }
    const address = await moveAddress(tx, ctx, group, change);
    return findWholeGroup({ db: tx, viewer: ctx.viewer }, address);
  });
}

/**
 * A steward of the site says that a group is what it says, and it gets an address that can be read. Returns what is on
 * record; null: one of them has said so already.
 */
export async function vouch(tx: Transaction, groupId: string, accountId: string): Promise<string | null> {
  const vouched = await tx
    .update(groups)
    .set({ vouchedAt: sql`now()` })
    .where(and(eq(groups.id, groupId), isNull(groups.vouchedAt), isNoAlly))
    .returning();
  const [group] = vouched;
  if (!group) return null;
  // One that was an ally has a readable address already, and keeps it.
  if (group.visibility === 'public' && !isReadableSlug(group.slug)) await readdress(tx, group);
  return note(tx, accountId, 'groups.vouched', theGroup(groupId));
}

type Inserted = NewGroup & Pick<Viewer, 'timeZone' | 'language'> & { kind?: 'group' | 'coalition' };

/** Writes a group down, with nobody in it yet. */
export async function insertGroup(tx: Transaction, { name, visibility = 'public', ...rest }: Inserted) {
  const id = newId();
  // Before anybody vouched for it a group is a draft to the public: its name is not taken, and trying names finds none.
  const slug = visibility === 'public' ? draftSlug(id) : await freeAddress(tx, { name, visibility });
  await tx.insert(groups).values({ id, slug, name, visibility, ...rest });
  return { id, slug };
}

/** Answers the group's address, which is another one when who may know of the group has changed. */
async function moveAddress(tx: Transaction, ctx: Context, group: SeenGroup, change: GroupChange) {
  const { name = group.name, visibility = group.visibility } = change;
  // Unlisted groups keep theirs: whoever has the address may go on coming.
  if (visibility === group.visibility || visibility === 'unlisted') return group.slug;
  // Whom nobody has vouched for keeps what they have, until somebody does; but for a claimed ally that turns private, of which it tells.
  if (!group.isVouched && (visibility !== 'private' || !isReadableSlug(group.slug))) return group.slug;
  const slug = await readdress(tx, { id: group.id, name, visibility });
  note(tx, ctx, `groups.turned-${visibility}`, theGroup(group.id));
  return slug;
}

type Named = { name: string; visibility: SeenGroup['visibility'] };
async function readdress(tx: Transaction, { id, ...named }: Named & { id: string }) {
  const slug = await freeAddress(tx, named);
  await tx.update(groups).set({ slug }).where(eq(groups.id, id));
  return slug;
}

function freeAddress(tx: Transaction, { name, visibility }: Named) {
  return freeSlug(tx, groups.slug, slugsFor(name, { isPublic: visibility === 'public', noun: 'group' }));
}

function tidy({ name, accent, questions, about, contactEmail, ...rest }: GroupChange) {
  return {
    ...rest,
    ...(about !== undefined && storyOf(about)),
    ...(name !== undefined && { name: name.trim() }),
    ...(contactEmail !== undefined && {
      contactEmail: contactEmail === null ? null : asStored(contactEmail),
    }),
    ...(accent !== undefined && { accent: accent?.toLowerCase() ?? null }),
    ...(questions && { questions: questions.map((question) => question.trim()) }),
  };
}

function storyOf(about: string) {
  const { html, of } = proseOf('about', about);
  return { about, aboutHtml: html, aboutHtmlOf: of };
}
