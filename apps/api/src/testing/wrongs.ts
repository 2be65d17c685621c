import { SLUG_PATTERN } from '@groundwork/features/slugs';
import { WEB_PAGE_PATTERN } from '@groundwork/features/texts';

type Schema = Partial<{
  type: string | string[];
  properties: Record<string, Schema>;
  required: string[];
  items: Schema;
  anyOf: Schema[];
  enum: unknown[];
  const: unknown;
  format: string;
  pattern: string;
  typed: string;
  minLength: number;
  maxLength: number;
  minItems: number;
  maxItems: number;
  uniqueItems: boolean;
  minimum: number;
  maximum: number;
  default: unknown;
}>;

/** A value that a field does not take, undefined where it is missing, and the code that tells why. */
export type Wrong = { name: string; value: unknown; code: string; limit?: number };

/** What each pattern of a contract does not take. */
const AGAINST_PATTERN: Record<string, [value: string, code: string]> = {
  '\\S': ['  ', 'field.required'],
  '^https?://\\S+$': ['meet.example.org/a', 'field.web-address'],
  '^(19[7-9]|20\\d)\\d': ['9999-12-31', 'field.date'],
  '^(19[7-9]\\d|20\\d{2})-\\d{2}-\\d{2}T\\d{2}:\\d{2}$': ['9999-12-31T10:00', 'field.date'],
  '^#[0-9a-fA-F]{6}$': ['red', 'field.colour'],
  '^/([a-z0-9][A-Za-z0-9/_-]*)?$': ['https://example.org', 'field.path'],
  '^[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]$': ['-spring-', 'field.code'],
  '^[A-Z]{2}$': ['Atlantis', 'field.choice'],
  '^(name|pronouns|language|email|phone|address|assessment|contact|field:[0-9a-f-]{36})$': [
    'shoe size',
    'field.choice',
  ],
  [SLUG_PATTERN]: ['../spring', 'field.choice'],
  [WEB_PAGE_PATTERN]: ['http://walkers.example.org', 'field.web-address'],
  '^[A-Za-z0-9_-]*$': ['a b', 'field.choice'],
  '^[A-Za-z0-9-]*$': ['a b', 'field.choice'],
  "^[A-Za-z0-9:;=%._~!*'()-]*$": ['add member', 'field.choice'],
};

const AGAINST_FORMAT: Record<string, [value: string, code: string]> = {
  date: ['2026-02-30', 'field.date'],
  uuid: ['x', 'field.choice'],
};

/** One wrong value for every bound that a schema of a body sets, by the field's name: `needs.note`, `tags.0`. */
export function wrongsOf(schema: Schema, name = ''): Wrong[] {
  const kinds = (schema.anyOf ?? [schema]).filter(({ type }) => type !== 'null');
  // Among several, a pattern or a format is of what may be chosen, too.
  const isChosen = ({ pattern, format, ...kind }: Schema) =>
    kind.enum !== undefined ||
    kind.const !== undefined ||
    ((pattern !== undefined || format !== undefined) && kinds.length > 1);
  if (kinds.every(isChosen)) return [{ name, value: 'no-such-thing', code: 'field.choice' }];
  const [kind, ...others] = kinds;
  const make = MAKERS[[kind?.type].flat().find((type) => type !== 'null') ?? ''];
  if (!kind || !make || others.length > 0) throw new Error(`nobody says what ${name} does not take`);
  // Where a field may be absent, what is empty is absent.
  return make(kind, name).filter(({ value }) => value !== '' || kind === schema);
}

const MAKERS: Record<string, (schema: Schema, name: string) => Wrong[]> = {
  object: ({ properties = {}, required = [] }, name) => {
    const inside = (field: string) => (name === '' ? field : `${name}.${field}`);
    return [
      ...required
        .filter((field) => properties[field]?.default === undefined)
        .map((field) => ({ name: inside(field), value: undefined, code: 'field.required' })),
      ...Object.entries(properties).flatMap(([field, schema]) => wrongsOf(schema, inside(field))),
    ];
  },
  array: ({ items = {}, minItems, maxItems, uniqueItems }, name) => [
    ...(minItems ? [{ name, value: [], code: minItems === 1 ? 'field.none-chosen' : 'field.too-few' }] : []),
    ...(maxItems === undefined ? [] : [tooMany(name, maxItems)]),
    ...(uniqueItems ? [{ name, value: ['a', 'a'], code: 'field.twice' }] : []),
    ...wrongsOf(items, `${name}.0`),
  ],
  string: (schema, name) => [
    { name, value: { a: 1 }, code: 'field.format' },
    ...boundsOfText(schema, name),
    ...against(AGAINST_PATTERN, schema.pattern, name),
    ...against(AGAINST_FORMAT, schema.format, name),
    ...(schema.typed === 'address' ? [{ name, value: 'x', code: 'field.email' }] : []),
  ],
  integer: ({ minimum, maximum }, name) => [
    { name, value: 'many', code: 'field.number' },
    { name, value: (minimum ?? 0) + 0.5, code: 'field.number' },
    ...(minimum === undefined ? [] : [{ name, value: minimum - 1, code: 'field.too-small', limit: minimum }]),
    ...(maximum === undefined ? [] : [{ name, value: maximum + 1, code: 'field.too-large', limit: maximum }]),
  ],
  boolean: (_schema, name) => [{ name, value: 'perhaps', code: 'field.choice' }],
};

function tooMany(name: string, limit: number): Wrong {
  return { name, value: Array.from({ length: limit + 1 }, (_, n) => `a${n}`), code: 'field.too-many', limit };
}

function boundsOfText(
  { minLength = 0, maxLength, format, pattern = '', typed }: Schema,
  name: string,
): Wrong[] {
  const isShaped = format !== undefined || typed === 'address' || /^\^[/(#[]/.test(pattern);
  const start = pattern.startsWith('^https') ? 'https://' : '';
  const long = `${start}${'x'.repeat((maxLength ?? 0) + 1)}`;
  return [
    ...(minLength === 1 && !isShaped ? [{ name, value: '', code: 'field.required' }] : []),
    ...(minLength > 1 ? [{ name, value: 'x', code: 'field.too-short', limit: minLength }] : []),
    ...(maxLength && !isShaped ? [{ name, value: long, code: 'field.too-long', limit: maxLength }] : []),
  ];
}

function against(known: typeof AGAINST_FORMAT, wanted: string | undefined, name: string): Wrong[] {
  if (wanted === undefined) return [];
  const wrong = known[wanted];
  if (!wrong) throw new Error(`nobody says what ${wanted} of ${name} does not take`);
  return [{ name, value: wrong[0], code: wrong[1] }];
}

/** A path that a route takes: the first of what it can be chosen from, or what looks like an id. */
export function samplePath(url: string, { properties = {} }: Schema = {}): string {
  return url.replaceAll(/:(\w+)/g, (_part, name: string) => {
    const schema = properties[name] ?? {};
    const choice = schema.enum?.[0] ?? schema.anyOf?.[0]?.const;
    if (typeof choice === 'string') return choice;
    return schema.format === 'uuid' ? '00000000-0000-4000-8000-000000000000' : 'a';
  });
}

/** A body that has this value in its place, and nothing else. */
export function bodyWith(name: string, value: unknown): object {
  const parts = name.split('.');
  const around = value === undefined ? parts.slice(0, -1) : parts;
  const inner = value === undefined ? {} : value;
  return around.reduceRight<unknown>(
    (inside, part) => (part === '0' ? [inside] : { [part]: inside }),
    inner,
  ) as object;
}
