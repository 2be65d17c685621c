import { place } from '@groundwork/mail';
import { hideBraces } from './braces.ts';
import { addMergeWord, addWrong, noFindings } from './findings.ts';
import { mergeUse } from './merge-words.ts';

/** A subject or a preheader as it was typed: with a place for each merge word. A block in it is a wrong. */
export function readMergeLine(typed: string) {
  const { hidden, braced } = hideBraces(typed);
  const found = noFindings(braced);
  const text = hidden.replaceAll(/\n?\ufffa(\d+)\ufffa\n?/g, (_, n: string) => {
    const one = braced[Number(n)];
    if (one?.is === 'merge') {
      addMergeWord(found, one.word, one.fallback);
      return place(mergeUse(one.word, one.fallback).place);
    }
    if (one?.is === 'wrong') addWrong(found, one.code, one.typed);
    if (one?.is === 'block') addWrong(found, 'block-inside', one.typed);
    return one?.shown ?? '';
  });
  return { text, mergeWords: [...found.mergeWords.values()], wrongs: [...found.wrongs.values()] };
}
