import type { Values } from '@groundwork/mail';
import { say, type Language } from '@groundwork/words';
import { firstNameOf } from './first-names.ts';
import type { Body } from './reading.ts';

/** What stands in the places of a letter for one receiver. Who has no name is called as its writer, or the language, says. */
export function mergeValues(
  { mergeWords }: Pick<Body, 'mergeWords'>,
  { name, language, group }: { name: string; language: Language; group: string },
): Values {
  const own = { 'first-name': firstNameOf(name), name: name.trim(), group: group.trim() };
  const filled = mergeWords.map(({ word, fallback, place }): [string, string] => [
    place,
    own[word] || (fallback ?? say(language, 'compositions.merge.friend')),
  ]);
  return Object.fromEntries(filled);
}
