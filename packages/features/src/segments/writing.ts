import { Check } from 'typebox/value';
import { Invalid } from '../errors.ts';
import { tidyLine } from '../texts.ts';
import { Line, MOST_LINES } from './lines.ts';

/** Lines as an address holds them: `add:came:times=2:since=2026-03-01;without:signed`. */
export function writeLines(lines: Line[]): string {
  return lines.map(writeLine).join(';');
}

/** Reads what `writeLines` writes; anything else is Invalid, at `lines`. */
export function readLines(written = ''): Line[] {
  const lines = written === '' ? [] : written.split(';').map(readLine);
  if (lines.length > MOST_LINES) throw refused('segments.too-many-lines', { most: MOST_LINES });
  return lines;
}

function writeLine({ how, who: { is, ...fields } }: Line) {
  const said = Object.entries(fields).map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return [how, is, ...said].join(':');
}

function readLine(written: string): Line {
  const [how, is, ...said] = written.split(':');
  const fields = said.map((field) => {
    const [name = '', value, ...more] = field.split('=');
    if (value === undefined || more.length > 0) throw refused('field.format');
    return [name, NUMBERS.has(name) ? Number(value) : decoded(name, value)];
  });
  const line: unknown = { how, who: { is, ...(Object.fromEntries(fields) as object) } };
  if (!Check(Line, line)) throw refused('field.format');
  return line;
}

const NUMBERS = new Set(['times', 'days', 'least', 'most', 'km']);

/** In the form in which tags and ids are kept; what a field holds keeps its capitals. */
function decoded(name: string, value: string) {
  try {
    const text = tidyLine(decodeURIComponent(value));
    return name === 'value' ? text : text.toLowerCase();
  } catch {
    throw refused('field.format');
  }
}

function refused(code: string, params?: Record<string, number>) {
  return new Invalid([{ name: 'lines', code, ...(params && { params }) }]);
}
