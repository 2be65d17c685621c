import { newId, type Transaction } from '@groundwork/database';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { House } from '../context.ts';
import { notices, type NoticeName } from '../notices.ts';
import { withdrawMails } from '../outbox/actions.ts';
import type { Letter } from '../outbox/letter.ts';
import { promiseMails, type MailPromise } from '../outbox/promises.ts';
import { findSite } from '../site/queries.ts';
import type { LetterContext, NoticeKind, NoticeReceiver } from './kinds.ts';
import { promisePushes, ringsAt } from './pushing.ts';
import { findCareful, listWanted } from './queries.ts';
import { noticeRows } from './tables.ts';
import { waysAt, type MailWay } from './ways.ts';
import { sayingLittle, withWaysOut } from './wording.ts';

type Notices = typeof notices;

/** What `tell` is asked for: the receiver, the thing that it is about, what its letter says and what its key is made of. */
export type Notice<K extends NoticeName> = { to: NoticeReceiver } & About<K> & Said<K> & Keyed<K>;

type About<K extends NoticeName> = Notices[K]['about'] extends null
  ? { about?: never }
  : { about: { id: string; groupId: Notices[K]['from'] extends 'group' ? string : string | null } };
type Said<K extends NoticeName> = Notices[K]['letter'] extends (ctx: never, notice: infer Data) => unknown
  ? Data
  : never;
type Keyed<K extends NoticeName> = Notices[K]['key'] extends (notice: infer Data) => string ? Data : never;

const kinds: { [K in NoticeName]: NoticeKind<Notice<K>, Keyed<K>> } = notices;

/**
 * Tells somebody, or several people, of something, in the change's own transaction: they hear of it if and only if that
 * commits, once per key of the kind. What an account may choose about stands in its list, and is mailed as they chose.
 */
export async function tell<K extends NoticeName>(
  tx: Transaction,
  { settings }: Pick<House, 'settings'>,
  kind: K,
  ...told: Notice<K>[]
): Promise<void> {
  if (told.length === 0) return;
  const { level, from, key, letter } = kinds[kind];
  const careful = await findCareful(tx, groupsOf(told));
  const siteName = from === 'site' || careful.size > 0 ? (await findSite({ db: tx })).name : '';
  const written = told.map((notice) => {
    const { to, about = null } = notice;
    const ctx: LetterContext & { siteName: string } = { settings, language: to.language, siteName };
    return { to, key: key(notice), about, ...letter(ctx, notice) };
  });
  const ways = level === 'must' ? null : await putRows(tx, kind, written, settings.publicUrl);
  const promises = written.flatMap((one): MailPromise[] => {
    const { to, about } = one;
    const isChosen = ways !== null && 'account' in to;
    if (to.email === null || (isChosen && ways.get(one.key)?.mail !== 'now')) return [];
    const isCareful = about !== null && careful.has(about.groupId ?? '');
    const { subject, letter: whole } = isCareful ? sayingLittle(one, siteName, { isChosen }) : one;
    return [
      {
        ...{ key: one.key, to: to.email, language: to.language, subject },
        letter: isChosen ? withWaysOut(whole, { settings }, { kind, to, aboutId: about?.id ?? null }) : whole,
        ...('person' in to && { personId: to.person }),
        ...('typed' in to && { typed: to.typed }),
        ...(from === 'group' && about && { groupId: about.groupId }),
      },
    ];
  });
  promiseMails(tx, promises);
}

/** The groups that may be named to those who proved their address: to others nothing is told in a group's words. */
function groupsOf(told: { to: NoticeReceiver; about?: { groupId: string | null } }[]): string[] {
  return [...new Set(told.flatMap(({ to, about }) => ('typed' in to ? [] : (about?.groupId ?? []))))];
}

type Written = {
  to: NoticeReceiver;
  key: string;
  about: { id: string; groupId: string | null } | null;
  subject: string;
  letter: Letter;
};

/** Puts what was told in the lists of the accounts among its receivers. How each hears of it by mail, by its key; what was told before is not there. */
async function putRows(tx: Transaction, kind: NoticeName, written: Written[], publicUrl: string) {
  const own = written.flatMap((one) =>
    'account' in one.to ? [{ ...one, to: one.to, account: one.to.account }] : [],
  );
  const ways = new Map<string, MailWay>();
  if (own.length === 0) return ways;
  const { level, gathers = false, isReadLive = false, isImportant = false, isRenewed = false } = kinds[kind];
  const asked = own.map(({ account, about }) => ({
    ...{ account, groupId: about?.groupId ?? null, aboutId: about?.id ?? null },
  }));
  const wanted = await listWanted(tx, kind, asked);
  const now = new Date();
  const wayFor = waysAt(now);
  const rings = new Map<string, Parameters<typeof promisePushes>[1][number]>();
  const rows = own.map(({ account, key, about, subject, letter, to }, place) => {
    const { lastMailAt, hasDevice, ...own } = wanted[place] ?? missing();
    const id = newId();
    const asked = { ...own, level, isImportant, timeZone: to.timeZone ?? 'UTC' };
    const way = wayFor({ ...asked, gathered: gathers ? { lastMailAt } : null });
    const at = hasDevice ? ringsAt({ ...asked, now }) : null;
    if (at) rings.set(id, { noticeId: id, accountId: account, at });
    ways.set(key, way);
    return {
      ...{ id, accountId: account, groupId: about?.groupId ?? null, kind, key, title: subject },
      ...{
        aboutId: about?.id ?? null,
        isListed: level !== 'decide' && !isReadLive,
        path: pathOf(letter, publicUrl),
      },
      mailAt: way.mail === 'later' ? way.at : null,
      mailedAt: way.mail === 'now' ? now : null,
    };
  });
  const inserting = tx.insert(noticeRows).values(rows);
  const putting = isRenewed
    ? inserting.onConflictDoUpdate({
        target: [noticeRows.accountId, noticeRows.key],
        set: { title: sql`excluded.title` },
        setWhere: and(isNull(noticeRows.mailedAt), isNull(noticeRows.seenAt)),
      })
    : inserting.onConflictDoNothing();
  const put = await putting.returning({ id: noticeRows.id, key: noticeRows.key });
  await promisePushes(
    tx,
    put.flatMap(({ id }) => rings.get(id) ?? []),
  );
  const isNew = new Set(put.map(({ key }) => key));
  for (const { key } of rows) if (!isNew.has(key)) ways.delete(key);
  return ways;
}

function missing(): never {
  throw new Error('what was asked for has an answer each');
}

/** The page behind a letter's button, as a path of this site. */
function pathOf({ button }: Letter, publicUrl: string): string | null {
  return button?.url.startsWith(publicUrl) ? button.url.slice(publicUrl.length) || '/' : null;
}

/** An account saw what it was told about a thing, or of one kind about it, where that stands: it is not mailed any more. */
export async function seeNotices(
  tx: Transaction,
  accountId: string,
  aboutId: string,
  kind?: NoticeName,
): Promise<void> {
  await tx
    .update(noticeRows)
    .set({ seenAt: sql`now()`, mailAt: null })
    .where(
      and(
        eq(noticeRows.accountId, accountId),
        eq(noticeRows.aboutId, aboutId),
        kind && eq(noticeRows.kind, kind),
        isNull(noticeRows.seenAt),
      ),
    );
}

/** Takes back all notices of a kind about a thing of a group, as `withdrawNotices` does some. */
export async function withdrawNoticesAbout(
  tx: Transaction,
  kind: NoticeName,
  { id, groupId }: { id: string; groupId: string },
): Promise<void> {
  const gone = await tx
    .delete(noticeRows)
    .where(and(eq(noticeRows.kind, sql.raw(`'${kind}'`)), eq(noticeRows.aboutId, id)))
    .returning({ key: noticeRows.key });
  if (gone.length === 0) return;
  await withdrawMails(
    tx,
    groupId,
    gone.map(({ key }) => key),
  );
}

/** Takes back notices of a group, or with null of the site: what they tell is over, and mail of it that did not go out goes no more. */
export async function withdrawNotices<K extends NoticeName>(
  tx: Transaction,
  kind: K,
  groupId: string | null,
  ...keyed: Keyed<K>[]
): Promise<void> {
  if (keyed.length === 0) return;
  const { key } = kinds[kind];
  const keys = keyed.map(key);
  await tx.delete(noticeRows).where(inArray(noticeRows.key, keys));
  await withdrawMails(tx, groupId, keys);
}
