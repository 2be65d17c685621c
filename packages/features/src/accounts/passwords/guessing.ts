import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { dictionary as arabic } from '@zxcvbn-ts/language-ar';
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common';
import { dictionary as english } from '@zxcvbn-ts/language-en';
import { dictionary as spanish } from '@zxcvbn-ts/language-es-es';

/** `known`: names and words that whoever guesses at this very account would try. */
export type Guess = { password: string; known: string[] };

/** Longer ones are judged by their start: each sign more costs time, and these are signs enough. */
const JUDGED = 64;
/** Guesses of someone who took the whole database and has all the words: enough that no hash gives way within a life. */
const ENOUGH = 1e8;

const guesser = new ZxcvbnFactory({
  dictionary: { ...common, ...english, ...spanish, ...arabic, ...extra() },
  graphs: adjacencyGraphs,
  maxLength: JUDGED,
});

/**
 * Whether a password falls to few guesses: leaked ones, words, names, years, keys side by side, and what is known. Signs
 * between words hide little, so it is judged without them too.
 */
export async function isGuessed({ password, known }: Guess): Promise<boolean> {
  const words = known.flatMap(waysToWrite);
  const plain = password.trim().toLowerCase();
  return [plain, squeezed(plain)].some((one) => guesser.check(one, words).guesses < ENOUGH);
}

/** "Valley Coalition", "valleycoalition", and each word of it. */
function waysToWrite(name: string): string[] {
  const plain = name.toLowerCase().normalize('NFKC');
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2);
  return [plain, words.join(''), ...words];
}

function squeezed(text: string) {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

/** What no list has: words of this field, in the languages of the house. */
function extra() {
  return {
    field: [
      ...['groundwork', 'solidarity', 'solidaridad', 'revolution', 'revolución', 'revolucion', 'comrade'],
      ...['organize', 'organise', 'coalition', 'coalición', 'coalicion', 'campaign', 'campaña', 'campana'],
      ...['contraseña', 'contrasena', 'huelga', 'compañera', 'companera', 'ثورة', 'تضامن', 'حرية'],
    ],
  };
}
