import { Refusal } from '@groundwork/features/errors';
import type { FastifyInstance } from 'fastify';

/** Levels of objects and lists in one another. What routes ask for has five. */
const DEEPEST = 32;

/**
 * Reads bodies of JSON as Fastify does, but refuses (400) what is nested deeper than anything we ask for before it is
 * parsed: a megabyte of brackets becomes hundreds of megabytes of lists.
 */
export function parseJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (isTooDeep(String(body))) done(new Refusal(400, { code: 'malformed' }));
    else void parse(request, String(body), done);
  });
}

/** Counts brackets outside of strings; whether they fit each other is the parser's affair. */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (isInString && sign === '\\') at += 1;
    else if (sign === '"') isInString = !isInString;
    else if (isInString) continue;
    else if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}
