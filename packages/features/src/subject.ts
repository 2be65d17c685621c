import type { Queryable, Transaction } from '@groundwork/database';
import type { SQL } from 'drizzle-orm';
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Viewer } from './context.ts';
import type { Refusal } from './errors.ts';
import type { Entry, Kind } from './journal.ts';

/** A thing as a viewer sees it. `url` is a path of this site. */
export type Found = {
  id: string;
  title: string;
  url: string;
  /** Hidden by a decision about a report, or called off: it is no news for anyone. */
  isOff: boolean;
};

/** A thing with what a report of it needs. */
export type Reported = Pick<Found, 'id' | 'url'> & {
  group: { id: string; slug: string; name: string };
  key: string;
  /** Only a direct conversation has none. */
  title: string | null;
  /** The account that made it, if any is known. */
  authorId: string | null;
  /** Shown beside the words of a person, and not of a group. */
  authorName?: string | null;
  /** What it says to this viewer; null when there is nothing (any more). */
  words: string | null;
  /** Whether it is the viewer's own; without it, whether they are its author. */
  isMine?: boolean;
  /** The channel a message stands in. */
  channelId?: string;
  /** It is the group's own page: an author who is not known is one of its organizers. */
  isOfGroup?: boolean;
  /** Without it, those who moderate the group. */
  decidedBy?: 'moderators' | 'stewards';
};

type Asker = { db: Queryable; viewer: Viewer };

/**
 * What one kind of thing is to the features that know nothing of it. Each feature says it of its own things in
 * `subjects.ts`; the list of all is handed to whoever asks.
 */
export type Subject = {
  kind: string;
  /** The tables in which it is kept. */
  tables?: PgTable[];
  /** Those of these things that the viewer sees, in any order: what they may not see is not there. One query. */
  find?: (asker: Asker, ids: string[]) => Promise<Found[]>;
  /** One of them by what names it in an address, as whoever reports it sees it; else NotFound. */
  reported?: { by: 'slug' | 'id'; find: (asker: Asker, key: string) => Promise<Reported> };
  /** Columns with the key of a picture that it shows. */
  pictures?: AnyPgColumn[];
  /** Columns with Markdown, in which pictures may stand. */
  texts?: AnyPgColumn[];
  /** Columns that name who did something here: such a person is neither forgotten nor taken back with an import. */
  ties?: AnyPgColumn[];
  /** The condition over `people` that somebody takes part in something of these to come: they are not forgotten. */
  takesPart?: SQL;
  /** Sees to it that totals stay what they are when these people are forgotten, just before they are. */
  keepCounts?: (tx: Transaction, personIds: string[]) => Promise<void>;
  /** Columns that name a person besides, which is no tie: they go along when their record and another are made one. */
  follows?: AnyPgColumn[];
  /**
   * Files of these that were taken out: on how many days one held somebody, as a scalar within a query over `people`; and how
   * many days back that is known, if it is not as long as the journal keeps who decided what.
   */
  takings?: { name: Taking; count: SQL<number>; days?: number };
  /** The letters that a person and their group wrote to each other, oldest first, for the copy of all that is held about them. */
  letters?: (db: Queryable, personId: string) => Promise<PersonLetter[]>;
  /** Of a table in which one human did one thing twice, by two records: which row stays when they are made one. */
  firsts?: { of: PgTable; order: SQL }[];
  /** The refusal that each constraint of the database stands for. */
  refusals?: Record<string, () => Refusal>;
  /** The journal kinds that strangers may hear of, each with the id of the thing that it is about. */
  news?: { [K in Kind]?: (entry: Pick<Entry<K>, 'subjectId' | 'data'>) => string | null };
};

export type PersonLetter = { subject: string; isFromPerson: boolean; body: string; at: Date };

/** A file of those found, or of a list; and one of the names under a campaign. */
export type Taking = 'found' | 'names';

/** The parts of a thing's words that are there, as one text: as much of it as whoever decides would read. */
export function joinWords(...parts: (string | null | undefined)[]): string | null {
  const words = parts.filter((part) => part?.trim()).join('\n\n');
  return words.slice(0, MOST) || null;
}

/** More than the longest story, and far from what would fill a disk. */
const MOST = 40_000;
