import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Looks through what the processes of the journeys printed (`*.printed` in `folder`) for what people of their sites are
 * called and wrote (`people.words`, a JSON string a line), and for anything that looks like an email address or a phone
 * number. Resolves to one sentence for each place; a process may print what `npm start` prints on purpose.
 */
export function listOverheard(folder) {
  const files = readdirSync(folder).filter((name) => name.endsWith('.printed'));
  const words = readWords(join(folder, 'people.words'));
  return files.flatMap((name) => {
    const lines = readFileSync(join(folder, name), 'utf8').split('\n');
    return lines
      .map((line, index) => ({ line, place: `${name}:${index + 1}` }))
      .filter(({ line }) => !ON_PURPOSE.some((allowed) => allowed.test(line)))
      .flatMap(({ line, place }) => found(line, words).map((what) => `${place} holds ${what}: ${line}`));
  });
}

/** How much there was to look through: a check that saw nothing must not pass. */
export function countHeard(folder) {
  const files = readdirSync(folder).filter((name) => name.endsWith('.printed'));
  return { processes: files.length, words: readWords(join(folder, 'people.words')).length };
}

/** What the standalone tells whoever sits at its terminal, and nobody else. */
const ON_PURPOSE = [
  /^Set it up here, once: https?:\/\/\S+\/setup\/[\w-]+$/,
  /^Sign in as [\w -]+: \S+@\S+ \/ .+$/,
];
const LOOKS_LIKE = [
  ['an email address', /[\w.+-]+@[\w-]+\.[\w.-]+/],
  ['a phone number', /\+\d[\d ()-]{7,}\d/],
];
/** Shorter words are found in any line. */
const SHORTEST = 4;

function found(line, words) {
  // Where a package lies is written like an address: name@version.
  const own = line.replaceAll(/node_modules\/[^\s"]+/g, '');
  const looks = LOOKS_LIKE.filter(([, pattern]) => pattern.test(own)).map(([what]) => what);
  // A line of JSON escapes what it quotes.
  const plain = line.replaceAll(String.raw`\n`, '\n').replaceAll(String.raw`\"`, '"');
  return [...looks, ...words.filter((word) => standsIn(plain, word)).map((word) => JSON.stringify(word))];
}

/** As words of its own: "Ana" is not in "Banana". */
function standsIn(line, word) {
  for (let at = line.indexOf(word); at >= 0; at = line.indexOf(word, at + 1)) {
    const around = [line[at - 1] ?? ' ', line[at + word.length] ?? ' '];
    if (around.every((letter) => !/[\p{L}\p{N}]/u.test(letter))) return true;
  }
  return false;
}

function readWords(file) {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return [...new Set(lines.map((line) => JSON.parse(line)))].filter((word) => word.length >= SHORTEST);
}
