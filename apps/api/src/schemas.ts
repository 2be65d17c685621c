import { AjvCompiler } from '@fastify/ajv-compiler';
import { SerializerSelector } from '@fastify/fast-json-stringify-compiler';
import { typedKeyword } from './typed-text.ts';

type Part = { schema: unknown };
/** Answers whether it holds; ajv changes a whole value through what holds it, and leaves in `errors` what is wrong. */
type Check = { (value: unknown, place: object): boolean; errors?: unknown };
/** What Fastify is to be told: that it holds, or what is wrong, or what the whole value became. */
type Validator = (value: unknown) => true | { error: unknown } | { value: unknown };
type Serializer = (answer: unknown) => string;

// The types of this package tell of ajv's own compile function, and not of what Fastify hands to it: a part of a route.
type Ajv = (references: object, options: { customOptions: object }) => (part: Part) => Check;
const buildAjv = AjvCompiler() as unknown as Ajv;
const buildStringify = SerializerSelector();
const validators = new Map<string, Validator>();
const serializers = new Map<string, Serializer>();

/**
 * Fastify's own compilers, which compile a schema when it first meets a request, and once in a process however many
 * routes and apis have it: all schemas at once were most of what a start took. A test compiles every one. Schemas of
 * headers are to be written in lower case, which Fastify sees to for its own compilers only.
 */
export function buildValidator(...[references, options]: Parameters<Ajv>): (part: Part) => Validator {
  const compile = buildAjv(references, options);
  const around = JSON.stringify([references, options.customOptions]);
  return ({ schema }) =>
    sharedIn(validators, around + JSON.stringify(schema), () => validatorOf(() => compile({ schema })));
}

/** How bodies are read: texts are brought to their form, what a route does not know is left out, and every field that does not hold is told of. */
export const READING = {
  customOptions: {
    allErrors: true,
    removeAdditional: 'all' as const,
    coerceTypes: 'array' as const,
    useDefaults: true,
    keywords: [typedKeyword],
  },
};

/** The same for answers. */
const buildSerializer: ReturnType<typeof SerializerSelector> = (references, options) => {
  const compile = buildStringify(references, options);
  const around = JSON.stringify([references, options]);
  return (part) =>
    sharedIn(serializers, around + JSON.stringify(part.schema), () => serializerOf(() => compile(part)));
};

/** Both, as Fastify takes them. */
export const sharedCompilers = {
  buildValidator: buildValidator as unknown as ReturnType<typeof AjvCompiler>,
  buildSerializer,
};

function validatorOf(compile: () => Check): Validator {
  let check: Check | undefined;
  return (value) => {
    check ??= compile();
    const holder = { value };
    if (!check(value, { parentData: holder, parentDataProperty: 'value' })) return { error: check.errors };
    return holder.value === value ? true : holder;
  };
}

function serializerOf(compile: () => Serializer): Serializer {
  let serialize: Serializer | undefined;
  return (answer) => (serialize ??= compile())(answer);
}

function sharedIn<T>(known: Map<string, T>, key: string, make: () => T): T {
  const made = known.get(key) ?? make();
  known.set(key, made);
  return made;
}
