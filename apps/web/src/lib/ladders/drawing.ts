import type { LadderView } from '@groundwork/features/ladders/contract';
import type { Language } from '@groundwork/words/languages';

/** What the rungs of a ladder are drawn from. */
export type Drawing = {
  ladder: Pick<LadderView, 'state' | 'steps' | 'faults' | 'can'>;
  /** Where the ladder is, and the group. */
  base: string;
  home: string;
  /** The group's own. */
  language: Language;
  /** How many would have come to each step; null: nobody asked. */
  dryCounts: ReadonlyMap<string, number> | null;
};

/** Where a step is added: at the end of the ladder, or on one side of a branch. */
export function addressAdding(
  base: string,
  { branch, side, before }: { branch?: string; side?: 'yes' | 'no'; before?: string } = {},
): string {
  const said = { ...(branch && { branch, side: side ?? 'yes' }), ...(before && { before }) };
  const asked = new URLSearchParams(said).toString();
  return `${base}/steps/new${asked && `?${asked}`}`;
}

/** The page of a step's letter, in the group's language where it is written in it. */
export function addressOfLetter(
  { home, language }: Pick<Drawing, 'home' | 'language'>,
  { id, languages }: { id: string; languages: Language[] },
): string {
  const asked = languages.includes(language) ? `?language=${language}` : '';
  return `${home}/mailings/${id}${asked}`;
}
