import type { Braced } from './braces.ts';
import { mergeUse } from './merge-words.ts';
import type { BodyWrong, MergeUse, MergeWord } from './parts.ts';

/** What was met while reading a body, each once and in the order of the text. */
export type BodyFindings = {
  braced: Braced[];
  mergeWords: Map<string, MergeUse>;
  events: Set<string>;
  petitions: Set<string>;
  pictures: Set<string>;
  links: Set<string>;
  wrongs: Map<string, BodyWrong>;
};

export function noFindings(braced: Braced[]): BodyFindings {
  return {
    braced,
    mergeWords: new Map(),
    events: new Set(),
    petitions: new Set(),
    pictures: new Set(),
    links: new Set(),
    wrongs: new Map(),
  };
}

export function addWrong({ wrongs }: BodyFindings, code: BodyWrong['code'], word: string): void {
  wrongs.set(`${code} ${word}`, { code, word });
}

export function addMergeWord({ mergeWords }: BodyFindings, word: MergeWord, fallback: string | null): void {
  const use = mergeUse(word, fallback);
  mergeWords.set(use.place, use);
}
