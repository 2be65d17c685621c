import type { Language } from '@groundwork/words';
import type { House } from '../context.ts';
import type { Letter } from '../outbox/letter.ts';

/**
 * How a notice concerns its receiver, by which they choose what reaches them. `must`: a confirmation, a receipt, a
 * reason that is owed to them; nothing ever mutes it. `mine`: somebody answers them or asks for them,
 * or something befell what they run. `decide`: it waits for their decision. `groups`: something befell a group of theirs.
 */
export type Level = 'must' | 'mine' | 'decide' | 'groups';

/**
 * Whom a notice is for, and where their mail goes: null where they have no address. `typed`: nobody has proved that the
 * address is theirs who typed it; see `MailPromise`.
 */
export type NoticeReceiver = { email: string | null; language: Language } & (
  { account: string; timeZone?: string } | { person: string } | { typed: 'form' | 'account' }
);

/** What a letter can be written with, whatever it tells. */
export type LetterContext = Pick<House, 'settings'> & { language: Language };
type Written = { subject: string; letter: Letter };

type Told<Keyed> = {
  level: Level;
  /** The kind of subject (`subjects.ts`) that it is about; null: the receiver's account, or the site. */
  about: string | null;
  /** The name of the telling: told twice under one key is told once. */
  key: (notice: Keyed) => string;
  /** Is mailed after minutes in which it may be seen; what comes soon after a mail about the same thing goes in one more, not in one each. */
  gathers?: boolean;
  /** Of the level `groups`: it reaches also those for whom the group is no louder than important. */
  isImportant?: boolean;
  /** Told again under its key before it was mailed or seen, it says what is true now. */
  isRenewed?: boolean;
  /** It waits where that is read live (`waits.ts`), and stands in no list of what was told. */
  isReadLive?: boolean;
};

/** Told in the site's own words: a group that is frozen does not keep it back. */
export type FromSite<Data = never, Keyed = never> = Told<Keyed> & {
  from: 'site';
  letter: (ctx: LetterContext & { siteName: string }, notice: Data) => Written;
};

/** Told in the name of the group of what it is about: whoever proved their address reads who writes to them. */
export type FromGroup<Data = never, Keyed = never> = Told<Keyed> & {
  from: 'group';
  letter: (ctx: LetterContext, notice: Data) => Written;
};

/** What the site knows of a kind of notice. */
export type NoticeKind<Data = never, Keyed = never> = FromSite<Data, Keyed> | FromGroup<Data, Keyed>;

/** The kinds of one feature, each named after it: `groups.join-accepted`. */
export type NoticesOf<Feature extends string> = Record<`${Feature}.${string}`, NoticeKind>;
