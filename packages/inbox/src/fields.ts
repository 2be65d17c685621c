/** Header-like fields by their names in small letters; of one that is there twice, the first. */
export type Fields = ReadonlyMap<string, string>;

/** No report has more groups of fields than a mail of ours has receivers, however it is forwarded. */
const MOST_GROUPS = 50;

/** Characters of a value that goes on over lines, or a line more. */
const LONGEST_VALUE = 2_000;

/** The fields of each part that is set off by empty lines (RFC 3464, 2.1). */
export function readGroups(text: string): Fields[] {
  return text
    .split(/\r?\n[ \t]*\r?\n/, MOST_GROUPS)
    .map(readFields)
    .filter(({ size }) => size > 0);
}

/** Fields with their values unfolded, and without the type before a semicolon of addresses and codes. */
export function readFields(text: string): Fields {
  const fields = new Map<string, string>();
  let last = '';
  for (const line of text.split(/\r?\n/)) {
    const [, name, value = ''] = /^([\w-]{1,60})[ \t]*:(.*)$/.exec(line) ?? [];
    if (name !== undefined) {
      last = name.toLowerCase();
      if (fields.has(last)) last = '';
      else fields.set(last, withoutType(value));
    } else if (last && /^[ \t]/.test(line)) {
      const value = fields.get(last) ?? '';
      if (value.length < LONGEST_VALUE) fields.set(last, `${value} ${line.trim()}`.trim());
    }
  }
  return fields;
}

function withoutType(value: string): string {
  return value.replace(/^[ \t]*(?:rfc822|utf-8|smtp|x-[\w-]+|dns|unknown)[ \t]*;/i, '').trim();
}
