/** A field of a message's head: its name in small letters, and its value on one line. */
type MessageField = { name: string; value: string };

/** More of a file than this is no head. */
const MOST = 256_000;

/** The fields of a saved message (RFC 5322), in their order: the receiver's own are first. */
export function fieldsOf(saved: string): MessageField[] {
  const lines = saved.slice(0, MOST).replaceAll('\r\n', '\n').trimStart().split('\n');
  const end = lines.indexOf('');
  const fields: MessageField[] = [];
  for (const line of end === -1 ? lines : lines.slice(0, end)) {
    const last = fields.at(-1);
    const colon = line.indexOf(':');
    if (/^[ \t]/.test(line) && last) last.value += ` ${line.trim()}`;
    else if (/^[!-9;-~]+$/.test(line.slice(0, colon)) && colon > 0)
      fields.push({ name: line.slice(0, colon).toLowerCase(), value: line.slice(colon + 1).trim() });
  }
  return fields;
}

/** What one method said of a message, such as `dkim=pass header.d=example.org`. */
export type Verdict = { method: string; result: string; properties: Partial<Record<string, string>> };

/** What the field Authentication-Results says (RFC 8601). */
export function verdictsOf(value: string): Verdict[] {
  const plain = withoutComments(value).replaceAll(/\s+/g, ' ').replaceAll(' =', '=').replaceAll('= ', '=');
  return plain.split(';').flatMap((part) => {
    const [first = '', ...others] = part.trim().toLowerCase().split(' ');
    const [method = '', result] = first.split('=');
    if (result === undefined) return [];
    const properties = others.map((one): [string, string] => {
      const at = one.indexOf('=');
      return [one.slice(0, Math.max(at, 0)), one.slice(at + 1)];
    });
    return [{ method: method.split('/')[0] ?? '', result, properties: Object.fromEntries(properties) }];
  });
}

/** The moment at which a server took it, by its field Received; NaN where it does not say. */
export function receivedAt(value: string): number {
  return Date.parse(withoutComments(value.slice(value.lastIndexOf(';') + 1)).trim());
}

/** What stands in brackets is for people, and may hold any sign. */
function withoutComments(value: string): string {
  let depth = 0;
  let plain = '';
  for (const sign of value) {
    if (sign === '(') depth += 1;
    if (depth === 0) plain += sign;
    if (sign === ')' && depth > 0) depth -= 1;
  }
  return plain;
}
