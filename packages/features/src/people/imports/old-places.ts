import { Invalid } from '../../errors.ts';
import { LENGTHS } from '../../lengths.ts';
import { guessHeadingRow, LOOKED_AT } from './columns.ts';
import { guessSpelling, readRows, Unreadable } from './spreadsheet.ts';

/** A place elsewhere of which a file tells, without an address of anyone in it. */
export type OldPlace = { kind: 'meetup' | 'facebook'; names: string[]; memberCount: number | null };

type File = { fileName: string; bytes: Buffer };

/**
 * Refuses a file that holds no addresses of a place's people (422 at `file`), with the way to what can be done instead: to
 * ask them over from there. Nothing of the file is kept.
 */
export async function refuseOldPlace(slug: string, file: File, language: string): Promise<void> {
  const place = await oldPlaceIn(file, language);
  if (!place) return;
  const known = new URLSearchParams({ kind: place.kind });
  for (const name of place.names.slice(0, MOST_NAMES)) known.append('name', name);
  if (place.memberCount !== null) known.set('members', String(place.memberCount));
  const link = `/groups/${slug}/moving?${known.toString()}`;
  throw new Invalid([{ name: 'file', code: `people.file-of-${place.kind}`, link }]);
}

/** More would not stand in an address. */
const MOST_NAMES = 12;

/** The place that a file tells of: Meetup's lists of members and of who came, and Facebook's list of one's groups. */
export async function oldPlaceIn(file: File, language: string): Promise<OldPlace | null> {
  return facebookGroupsIn(file.bytes) ?? (await meetupIn(file, language));
}

/** `groups_joined`, `groups_joined_v2`: a name each, with a sentence around it or without. */
function facebookGroupsIn(bytes: Buffer): OldPlace | null {
  if (!/^[\ufeff\s]*\{\s*"groups_joined/.test(bytes.subarray(0, 200).toString('utf8'))) return null;
  const [joined] = Object.values<unknown>({ ...parsed(bytes) });
  if (!Array.isArray(joined)) return null;
  const names = joined.map(nameIn).filter((name) => name !== '');
  return { kind: 'facebook', names: [...new Set(names)], memberCount: null };
}

function parsed(bytes: Buffer): object {
  try {
    const found: unknown = JSON.parse(bytes.toString('utf8').replace(/^\ufeff/, ''));
    return typeof found === 'object' && found !== null ? found : {};
  } catch {
    return {};
  }
}

function nameIn(joined: unknown): string {
  const { title, data } = (joined ?? {}) as { title?: unknown; data?: unknown };
  const [first] = Array.isArray(data) ? (data as { name?: unknown }[]) : [];
  const named = first?.name ?? title;
  if (typeof named !== 'string') return '';
  return twiceEncoded(named)
    .replace(/^You (became a member of|joined) (.+?)\.?$/, '$2')
    .trim()
    .slice(0, LENGTHS.oldPlaceName);
}

/** Facebook writes each byte of UTF-8 as a character of its own; what is none of that is left as it is. */
function twiceEncoded(text: string): string {
  if (!/[\u0080-\u00ff]/.test(text) || /[^\0-\u00ff]/.test(text)) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'latin1'));
  } catch {
    return text;
  }
}

/** Meetup's columns, in English as it writes them whatever the reader's language is. */
const MEETUP = ['user id', 'joined group on', 'url of member profile'];
const OF_MEMBERS = 'member id';

async function meetupIn({ fileName, bytes }: File, language: string): Promise<OldPlace | null> {
  // Looked for first in a handful of bytes: no other file is read twice.
  if (!bytes.subarray(0, BEGINNING).toString('latin1').replaceAll('\0', '').toLowerCase().includes(OF_URL))
    return null;
  try {
    const rows = (await Array.fromAsync(readRows([bytes], guessSpelling(bytes, language)))).flat();
    const headingRow = guessHeadingRow(rows.slice(0, LOOKED_AT));
    const headings = rows.find(({ number }) => number === headingRow)?.cells.map(plain) ?? [];
    if (!MEETUP.every((heading) => headings.includes(heading)) || headings.some(isAddress)) return null;
    const members = rows.filter(({ number }) => number > headingRow).length;
    const isWhole = headings.includes(OF_MEMBERS);
    return { kind: 'meetup', names: namesFrom(fileName), memberCount: isWhole ? members || null : null };
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

const BEGINNING = 4_096;
const OF_URL = 'url of member profile';

const plain = (heading: string) => heading.trim().toLowerCase();
/** What organizers who pay more get has a column for it, and comes in as any list. */
const isAddress = (heading: string) => /e-?mail|phone/.test(heading);

/** `Tenants-of-the-east_Member_List_on_07-05-21.xls` */
function namesFrom(fileName: string): string[] {
  const [name = '', list] = fileName.split(/(?:member|event)[-_ ]?list/i);
  const words = list === undefined ? '' : name.replaceAll(/[-_\s]+/g, ' ').trim();
  return words === '' ? [] : [words.slice(0, LENGTHS.oldPlaceName)];
}
