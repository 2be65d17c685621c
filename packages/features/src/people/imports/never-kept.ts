import { isIP } from 'node:net';
import { plain } from './cells.ts';

/**
 * Whether a column holds what is never kept of anybody: from which address of the internet they came, with which browser, or
 * where on the map they were. By its heading, or else by most of what stands under it.
 */
export function isNeverKept(heading: string, cells: string[]): boolean {
  const word = plain(heading);
  if (word !== '' && HEADINGS.some((pattern) => pattern.test(word))) return true;
  const written = cells.map((cell) => cell.trim()).filter(Boolean);
  return written.length > 0 && written.filter((cell) => isIP(cell) !== 0).length * 2 > written.length;
}

/**
 * Whether a column holds where Mailchimp takes somebody to be, by the address of the internet that they opened a mail from:
 * it is nobody's postal address.
 */
export function isPlaceOfReading(heading: string, headers: string[]): boolean {
  const word = plain(heading);
  if (BY_THEMSELVES.has(word)) return true;
  return OF_READING.has(word) && headers.some((one) => BESIDE.has(plain(one)));
}

const BY_THEMSELVES = new Set(['gmtoff', 'dstoff']);
const OF_READING = new Set(['region', 'cc', 'timezone']);
/** Headings that nobody but Mailchimp writes. */
const BESIDE = new Set(['gmtoff', 'dstoff', 'euid', 'leid', 'optinip', 'confirmip', 'memberrating']);

const PLACE = '(geo|primary|address|home|mailing|billing|usersubmitted|registered|can2user)*';
const HEADINGS = [
  /^(optin|confirm|signup|submission|register|registration|created|first|last|user|client|remote|form|source)*ip(v[46])?(addr|address)?$/,
  /^(direccion|عنوان)ip$/,
  /useragent$/,
  new RegExp(`^${PLACE}(lat|lng|lon|latlng|latlong|latlon)$`),
  /(latitude|longitude|latitud|longitud)$/,
  /^(gps|geo)?(coordinates?|coordenadas|geolocation)$/,
  /^(خطالعرض|خطالطول|الإحداثيات|إحداثيات)$/,
];
