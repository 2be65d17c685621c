import type { Transaction } from '@groundwork/database';
import type { House } from '../context.ts';
import { notices, type NoticeName } from '../notices.ts';
import { withdrawMails } from '../outbox/actions.ts';
import { promiseMails } from '../outbox/promises.ts';
import { findSite } from '../site/queries.ts';
import type { NoticeKind, NoticeReceiver } from './kinds.ts';
import { waysFor } from './ways.ts';

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
 * commits, once per key of the kind.
 */
export async function tell<K extends NoticeName>(
  tx: Transaction,
  { settings }: Pick<House, 'settings'>,
  kind: K,
  ...told: Notice<K>[]
): Promise<void> {
  if (told.length === 0) return;
  const { level, from, key, letter } = kinds[kind];
  const siteName = from === 'site' ? (await findSite({ db: tx })).name : '';
  const promises = told.flatMap((notice) => {
    const { language, ...to } = notice.to;
    const { mailTo } = waysFor({ kind, level, to: notice.to });
    if (mailTo === null) return [];
    return {
      key: key(notice),
      to: mailTo,
      language,
      ...('person' in to && { personId: to.person }),
      ...('typed' in to && { typed: to.typed }),
      ...(from === 'group' && notice.about && { groupId: notice.about.groupId }),
      ...letter({ settings, language, siteName }, notice),
    };
  });
  promiseMails(tx, promises);
}

/** Takes back notices of a group, or with null of the site, that did not go out yet: what they tell is over. */
export async function withdrawNotices<K extends NoticeName>(
  tx: Transaction,
  kind: K,
  groupId: string | null,
  ...keyed: Keyed<K>[]
): Promise<void> {
  if (keyed.length === 0) return;
  const { key } = kinds[kind];
  await withdrawMails(tx, groupId, keyed.map(key));
}
