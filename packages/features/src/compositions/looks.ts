import { createHash } from 'node:crypto';
import type { Line } from '../segments/lines.ts';

/** Whether it may go to so many without another look. A few more than were looked at are no other mailing. */
export function isLookedAt({ lookAbove, isLookGiven, lookedCount }: Looked, count: number): boolean {
  if (lookAbove === null || count <= lookAbove) return true;
  return isLookGiven && count <= aFewMore(lookedCount ?? 0);
}
type Looked = { lookAbove: number | null; isLookGiven: boolean; lookedCount: number | null };

/** So many as nobody has to be told of: who signed meanwhile. */
export function aFewMore(count: number): number {
  return count * 1.1 + 10;
}

type Text = { variant: string; language: string; subject: string; preheader: string; body: string };
type Said = { lines: Line[] | null; purpose: string; inNameOf: string | null; texts: Text[] };

/** What a second look is given to: what it says, in whose name and to whom. Another one is another mailing. */
export function saidIn({ lines, purpose, inNameOf, texts }: Said): string {
  const written = texts
    .map(({ variant, language, subject, preheader, body }) => [
      `${variant} ${language}`,
      ...[subject, preheader, body],
    ])
    .sort(([one = ''], [other = '']) => (one < other ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([lines, purpose, inNameOf, written]))
    .digest('base64url');
}
