import { LENGTHS } from '../lengths.ts';
import { withoutOwnLinks } from '../site/own-links.ts';
import { tidyProse } from '../texts.ts';

/**
 * What somebody wrote, without the letter that they answer, which mail programs put beneath or before it: it bears links
 * that stand for its reader. Any that is left all the same, as of somebody who answers line by line, leads nowhere.
 */
export function ownWords(text: string, publicUrl: string): string {
  const lines = tidyProse(text).split('\n');
  const quoted = lines.findIndex((line, n) => isQuoteBegun(line, lines[n + 1] ?? ''));
  const own = (quoted < 0 ? lines : lines.slice(0, quoted)).filter(
    (line) => !line.trimStart().startsWith('>'),
  );
  const words = own
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
  return shortened(withoutOwnLinks(words, publicUrl));
}

function shortened(words: string): string {
  const signs = [...words];
  return signs.length <= LENGTHS.answer ? words : `${signs.slice(0, LENGTHS.answer - 1).join('')}…`;
}

/** "On Tuesday Ana wrote:" and its like, also where it is broken into two lines; or the ruler of Outlook and of Yahoo. */
function isQuoteBegun(line: string, next: string): boolean {
  const said = line.trim();
  if (RULER.test(said)) return true;
  if (SAID_BY.test(said)) return true;
  if (!BEGUN.test(said)) return false;
  return WROTE.test(said) || WROTE.test(`${said} ${next.trim()}`);
}

const RULER =
  /^(-{2,}\s*(original message|mensaje original|forwarded message|mensaje reenviado|الرسالة الأصلية)\s*-{2,}|_{20,}|(from|de|من)\s?:\s.*@.*)$/iu;
const SAID_BY = /<[^<>\s]+@[^<>\s]+>\S*\s*[:：]$/u;
const BEGUN = /^(on|el|le|am|em|في|بتاريخ|>?\s*.*<[^<>\s]+@[^<>\s]+>)/iu;
const WROTE = /(wrote|escribió|escribio|écrit|schrieb|escreveu|كتب|كتبت)\s*[:：]?\s*$/iu;
