import type { SubjectKind } from './contract.ts';

/** A thing one can link to and report, as a viewer sees it, with what a report of it needs. */
export type Subject = {
  kind: SubjectKind;
  id: string;
  key: string;
  title: string | null;
  address: string;
  group: { id: string; slug: string; name: string };
  /** The channel a message stands in. */
  channelId: string | null;
  authorId: string | null;
  authorName: string | null;
  /** What it says to this viewer; null when there is nothing (any more). */
  words: string | null;
  isMine: boolean;
  decidedBy: 'moderators' | 'stewards';
};

/** The parts of a thing's words that are there, as one text: as much of it as whoever decides would read. */
export function wordsOf(...parts: (string | null | undefined)[]): string | null {
  const words = parts.filter((part) => part?.trim()).join('\n\n');
  return words.slice(0, MOST) || null;
}

/** More than the longest story, and far from what would fill a disk. */
const MOST = 40_000;
