import { Invalid, Refusal, type FieldRefusal } from '@groundwork/features/errors';
import { SLUG_PATTERN } from '@groundwork/features/slugs';
import { WEB_PAGE_PATTERN } from '@groundwork/features/texts';
import type { FastifySchemaValidationError as Violation } from 'fastify';

/** A field of the body that does not hold is 422 beside the field; a broken path or query is 400. */
export function invalidOf(violations: Violation[], context: string | undefined): Refusal {
  const isNoForm = violations.some(({ instancePath, keyword }) => !instancePath && keyword === 'type');
  if (context !== 'body' || isNoForm) return new Refusal(400, { code: 'malformed' });
  const fields = new Map<string, FieldRefusal>();
  for (const violation of violations.toSorted((one, other) => vagueness(one) - vagueness(other))) {
    const field = fieldOf(violation);
    if (field.name && !fields.has(field.name)) fields.set(field.name, field);
  }
  return new Invalid([...fields.values()]);
}

/**
 * Of a field that may be of several kinds, each kind says why not: what is wrong within a kind says the most, then what
 * can be chosen, then which kind it should be. That it is not absent, or none of all these, says the least. What is blank
 * is that before it is too short.
 */
function vagueness({ keyword, params }: Violation): number {
  if (keyword === 'anyOf' || keyword === 'oneOf') return 4;
  if (keyword === 'type') return params.type === 'null' ? 3 : 2;
  if (keyword === 'const' || keyword === 'enum') return 1;
  return keyword === 'pattern' && params.pattern === '\\S' ? -1 : 0;
}

function fieldOf({ keyword, instancePath, params }: Violation): FieldRefusal {
  const missing = keyword === 'required' ? `/${String(params.missingProperty)}` : '';
  const name = `${instancePath}${missing}`.slice(1).replaceAll('/', '.');
  const limit = Number(params.limit ?? 0);
  const bounded = BOUNDS[keyword]?.(limit);
  if (bounded) return { name, ...bounded };
  return { name, code: codeOf(keyword, params) };
}

type Bounded = Omit<FieldRefusal, 'name'>;
const REQUIRED: Bounded = { code: 'field.required' };

const BOUNDS: Partial<Record<string, (limit: number) => Bounded>> = {
  required: () => REQUIRED,
  minLength: (min) => (min === 1 ? REQUIRED : { code: 'field.too-short', params: { min } }),
  maxLength: (max) => ({ code: 'field.too-long', params: { max } }),
  minItems: (min) => (min === 1 ? { code: 'field.none-chosen' } : { code: 'field.too-few', params: { min } }),
  maxItems: (max) => ({ code: 'field.too-many', params: { max } }),
  minimum: (min) => ({ code: 'field.too-small', params: { min } }),
  maximum: (max) => ({ code: 'field.too-large', params: { max } }),
};

function codeOf(keyword: string, params: Violation['params']): string {
  if (keyword === 'type') return isNumeric(params.type) ? 'field.number' : codeOfType(params.type);
  if (keyword === 'format') return FORMATS[String(params.format)] ?? 'field.format';
  if (keyword === 'pattern') return PATTERNS[String(params.pattern)] ?? 'field.format';
  if (keyword === 'typed') return 'field.email';
  if (keyword === 'uniqueItems') return 'field.twice';
  return ['const', 'enum', 'anyOf', 'oneOf'].includes(keyword) ? 'field.choice' : 'field.format';
}

function isNumeric(type: unknown) {
  return [type].flat().some((one) => one === 'integer' || one === 'number');
}

function codeOfType(type: unknown) {
  return type === 'boolean' ? 'field.choice' : 'field.format';
}

/** An id is never typed: it is that of what was chosen. */
const FORMATS: Partial<Record<string, string>> = {
  date: 'field.date',
  uri: 'field.web-address',
  uuid: 'field.choice',
};

/** What the patterns in contracts mean. A test finds one that is missing here. */
const PATTERNS: Partial<Record<string, string>> = {
  '\\S': 'field.required',
  '^https?://\\S+$': 'field.web-address',
  '^(19[7-9]|20\\d)\\d': 'field.date',
  '^(19[7-9]\\d|20\\d{2})-\\d{2}-\\d{2}T\\d{2}:\\d{2}$': 'field.date',
  '^#[0-9a-fA-F]{6}$': 'field.colour',
  '^/([a-z0-9][A-Za-z0-9/_-]*)?$': 'field.path',
  '^[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]$': 'field.code',
  // Nor are a country, an address of ours and a seal.
  '^[A-Z]{2}$': 'field.choice',
  '^field:.*$': 'field.choice',
  // The parts of two records that are laid side by side.
  '^(name|pronouns|language|email|phone|address|assessment|contact|field:[0-9a-f-]{36})$': 'field.choice',
  [SLUG_PATTERN]: 'field.choice',
  [WEB_PAGE_PATTERN]: 'field.web-address',
  '^[A-Za-z0-9_-]*$': 'field.choice',
  '^[A-Za-z0-9-]*$': 'field.choice',
  // Lines of a segment, as an address holds them.
  "^[A-Za-z0-9:;=%._~!*'()-]*$": 'field.choice',
};
