import { and, asc, eq, sql, type SQL } from 'drizzle-orm';
import { accounts } from '../../accounts/tables.ts';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { notices, type NoticeName } from '../../notices.ts';
import { hushing, openHushing } from '../../notices/hushing.ts';
import { hushedKinds, noticeRows } from '../../notices/tables.ts';
import type { ChoicesView, HushingView } from './contract.ts';

type Asked = { kind: string; sealed: string };

/** What the link in a mail ends: mail of one kind to one account. A link that was changed is not found. */
export async function findHushing(ctx: Context, asked: Asked): Promise<HushingView> {
  const own = open(ctx, asked);
  const [found] = await ctx.db
    .select({ example: latestTitle(own.accountId, sql`${own.kind}`) })
    .from(accounts)
    .where(eq(accounts.id, own.accountId));
  const isHushed = await ctx.db.$count(hushedKinds, isOwn(own));
  return { ...kindOf(own.kind), example: found?.example ?? null, isHushed: isHushed > 0 };
}

/** From now on no mail of this kind goes to the account; it stands on its page alone. */
export async function hushKind(ctx: Context, asked: Asked): Promise<void> {
  const own = open(ctx, asked);
  await ctx.change(async (tx) => {
    // An account that is gone gets no mail of any kind.
    await tx.execute(sql`insert into ${hushedKinds} (account_id, kind)
      select ${accounts.id}, ${own.kind} from ${accounts} where ${accounts.id} = ${own.accountId} on conflict do nothing`);
    const waits = and(eq(noticeRows.accountId, own.accountId), eq(noticeRows.kind, own.kind));
    await tx.update(noticeRows).set({ mailAt: null }).where(waits);
  });
}

/** Mail of this kind goes to the account again. */
export async function unhushKind(ctx: Context, asked: Asked): Promise<void> {
  const own = open(ctx, asked);
  await ctx.change((tx) => tx.delete(hushedKinds).where(isOwn(own)));
}

/** The kinds of which the viewer gets no mail, with the way back for each. */
export async function listHushed({ db, settings, viewer }: Context): Promise<ChoicesView['hushed']> {
  const rows = await db
    .select({ kind: hushedKinds.kind, example: latestTitle(viewer.id, sql`${hushedKinds.kind}`) })
    .from(hushedKinds)
    .where(eq(hushedKinds.accountId, viewer.id))
    .orderBy(asc(hushedKinds.kind));
  return rows.flatMap(({ kind, example }) => {
    const { url } = hushing({ settings }, { accountId: viewer.id, kind, language: 'en' });
    return isKind(kind) ? [{ ...kindOf(kind), example, path: url.slice(settings.publicUrl.length) }] : [];
  });
}

/** What an account was told last of a kind, as far as it is kept. */
function latestTitle(accountId: string, kind: SQL) {
  return sql<string | null>`(select told.title from ${noticeRows} told
    where told.account_id = ${accountId} and told.kind = ${kind} order by told.id desc limit 1)`;
}

function kindOf(kind: NoticeName) {
  return { kind, level: notices[kind].level };
}

function open(ctx: Context, { kind, sealed }: Asked) {
  if (!isKind(kind)) throw new NotFound('notice');
  const accountId = openHushing(ctx, kind, sealed);
  if (accountId === null) throw new NotFound('notice');
  return { accountId, kind };
}

/** What can be ended: what may be chosen about, and mail of all of it together. */
function isKind(kind: string): kind is NoticeName {
  return (
    Object.hasOwn(notices, kind) && (kind === 'home.digest' || notices[kind as NoticeName].level !== 'must')
  );
}

function isOwn({ accountId, kind }: { accountId: string; kind: string }) {
  return and(eq(hushedKinds.accountId, accountId), eq(hushedKinds.kind, kind));
}
