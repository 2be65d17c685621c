import { addressOf } from '../../addresses.ts';

/** What was pasted where addresses were asked for: each mailbox once, and each piece that names none, as it stands there. */
export type Pasted = { addresses: string[]; unreadable: string[] };

/**
 * Reads addresses as people paste them: from a mail's `To:`, a column of a sheet, a chat. Commas, semicolons, of any
 * script, and lines part them; `Name <address>`, `"Last, First" <address>` and `address (Name)` are one.
 */
export function readPasted(text: string): Pasted {
  const addresses = new Set<string>();
  const unreadable = new Set<string>();
  for (const line of text.split(/\r\n?|\n/)) {
    for (const piece of piecesOf(line)) {
      const found = addressesIn(piece);
      if (found.length === 0) unreadable.add(piece);
      for (const address of found) addresses.add(address);
    }
  }
  return { addresses: [...addresses], unreadable: [...unreadable] };
}

/** `Last, First <address>`, unquoted, is what a sheet gives: the words before a piece in brackets are its name. */
function piecesOf(line: string): string[] {
  const pieces = withoutComments(line)
    .split(/[,;،؛，；、]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  return pieces.filter((piece, place) => {
    const isName = !piece.includes('@') && BRACKETED.test(pieces[place + 1] ?? '');
    return !isName;
  });
}

/** Names in quotes may hold what parts pieces; neither they nor remarks are of the address. */
function withoutComments(line: string) {
  return line.replaceAll(/"[^"]*"(?=\s*<)|\([^()]*\)/g, ' ');
}

function addressesIn(piece: string): string[] {
  const bracketed = [...piece.matchAll(/<([^<>]*)>/g)].map(([, inside = '']) => inside);
  if (bracketed.length > 0) return readAll(bracketed);
  const whole = addressOf(piece);
  if (whole !== null) return [whole];
  // Cells of a row, or addresses with blanks between: each of what has an at sign must be one.
  return readAll(piece.split(/\s+/).filter((word) => word.includes('@')));
}

/** All of them, or none: half of a piece would hide the half that is wrong. */
function readAll(candidates: string[]): string[] {
  const read = candidates.map((candidate) => addressOf(candidate));
  return read.every((address) => address !== null) ? read : [];
}

const BRACKETED = /<[^<>]*>/;
