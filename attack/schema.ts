import type { Chance } from './chance.ts';
import { hostileTexts, hostileValues } from './corpus.ts';

/** As much of a JSON Schema as the routes' own use. */
export type Schema = {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
};

/**
 * A value that a schema takes or nearly takes: now and then a part is left out, too long, of another kind, or one of the
 * hostile texts. `known` are ids and slugs that exist, for what is asked for by such a name.
 */
export function valueFor(schema: Schema, chance: Chance, known: readonly string[]): unknown {
  if (chance.next() < 0.04) return chance.of(hostileValues);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return chance.of(schema.enum);
  if (schema.anyOf) return valueFor(chance.of(schema.anyOf), chance, known);
  const kind = Array.isArray(schema.type) ? chance.of(schema.type) : schema.type;
  if (kind === 'object') return objectFor(schema, chance, known);
  if (kind === 'array') return listFor(schema, chance, known);
  if (kind === 'integer' || kind === 'number') return numberFor(schema, chance);
  if (kind === 'boolean') return chance.next() < 0.5;
  if (kind === 'null') return null;
  return textFor(schema, chance, known);
}

function objectFor({ properties = {}, required = [] }: Schema, chance: Chance, known: readonly string[]) {
  const entries = Object.entries(properties)
    .filter(([name]) => chance.next() < (required.includes(name) ? 0.97 : 0.6))
    .map(([name, part]) => [name, valueFor(part, chance, known)] as const);
  return Object.fromEntries(entries);
}

function listFor({ items = {} }: Schema, chance: Chance, known: readonly string[]) {
  const length = chance.next() < 0.03 ? 500 : chance.below(4);
  return Array.from({ length }, () => valueFor(items, chance, known));
}

function numberFor({ minimum = 0, maximum = 1000 }: Schema, chance: Chance) {
  return chance.next() < 0.2 ? chance.of([minimum - 1, maximum + 1, 0.5]) : minimum + chance.below(100);
}

function textFor(schema: Schema, chance: Chance, known: readonly string[]): string {
  const kind = chance.next();
  if (kind < 0.3) return chance.of(hostileTexts);
  if (kind < 0.35) return 'x'.repeat((schema.maxLength ?? 200) + 1);
  if (schema.format === 'email' || kind < 0.45) return `p${chance.below(1_000_000)}@example.org`;
  if (schema.format?.startsWith('date') || kind < 0.55)
    return new Date(1_900_000_000_000 + chance.below(1e9)).toISOString();
  if (known.length > 0 && kind < 0.7) return chance.of(known);
  return `Plain words ${chance.below(1000)}`
    .slice(0, schema.maxLength ?? 200)
    .padEnd(schema.minLength ?? 1, 'x');
}
