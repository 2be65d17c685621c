import { constraintOf } from '@groundwork/database';
import type { Context } from '@groundwork/features/context';
import { Busy, NotFound, problem, Refusal, TooLarge } from '@groundwork/features/errors';
import { subjects } from '@groundwork/features/subjects';
import { preferredLanguage } from '@groundwork/words';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { outageOf, retryAfter } from './outage.ts';
import { invalidOf } from './violations.ts';

/** The one place where errors become answers: application/problem+json, in the reader's language. */
export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>(answerError);
  app.setNotFoundHandler((request, reply) =>
    reply
      .code(404)
      .type('application/problem+json')
      .send(problem(new NotFound('page'), languageOf(request))),
  );
}

/** Also for what fails before a route is found: an address that cannot be read, say. */
export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  const refusal = error.statusCode === 413 ? tooLarge(request) : refusalOf(error);
  if (refusal.status >= 500 && !(refusal instanceof Busy)) tell(request, error, refusal);
  const seconds = retryAfter(refusal);
  if (seconds !== null) void reply.header('retry-after', seconds);
  return reply
    .code(refusal.status)
    .type('application/problem+json')
    .send(problem(refusal, languageOf(request)));
}

/** An outage says the same of every request that meets it: there its code is enough. */
function tell(
  { log, routeOptions: { url: route } }: FastifyRequest,
  error: FastifyError,
  { status }: Refusal,
) {
  if (status === 503) log.warn({ code: codeOf(error), route }, 'unavailable');
  else log.error({ err: error, constraint: constraintOf(error), route }, 'failed');
}

function languageOf(request: FastifyRequest) {
  // What fails before its context is made has none.
  const ctx = request.ctx as Context | null;
  return ctx?.language ?? preferredLanguage(request.headers['accept-language']);
}

/** In the words of the route whose file it is, where it has any. */
function tooLarge({ routeOptions: { config, bodyLimit } }: FastifyRequest): Refusal {
  if (config.tooLarge === undefined) return new Refusal(413, { code: 'too-large' });
  return new TooLarge({
    name: 'file',
    code: config.tooLarge,
    params: { megabytes: Math.floor(bodyLimit / 1_048_576) },
  });
}

function refusalOf(error: FastifyError): Refusal {
  if (error instanceof Refusal) return error;
  if (error.validation) return invalidOf(error.validation, error.validationContext);
  const constraint = constraintOf(error);
  if (constraint && REFUSALS[constraint]) return REFUSALS[constraint]();
  if (UNREADABLE.has(codeOf(error) ?? '')) return new Refusal(400, { code: 'malformed' });
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return new Refusal(error.statusCode === 415 ? 415 : 400, { code: 'malformed' });
  }
  return outageOf(error) ?? new Refusal(500, { code: 'internal' });
}

/**
 * What PostgreSQL calls a value that it cannot read or keep: as a time, a number, a uuid, a zone, a pattern or a text.
 * Such values are refused before they come to it; what is overlooked there is still whose request it was.
 */
const UNREADABLE = new Set([
  ...[
    '22001',
    '22003',
    '22007',
    '22008',
    '22009',
    '22021',
    '22023',
    '22025',
    '2201B',
    '22P02',
    '22P05',
    '54000',
  ],
]);

function codeOf(error: Error & { code?: unknown; cause?: unknown }): string | undefined {
  if (error.cause instanceof Error) return codeOf(error.cause);
  return typeof error.code === 'string' ? error.code : undefined;
}

/** Invariants that only the database can hold under races, with the refusal each stands for. */
const REFUSALS: Record<string, () => Refusal> = Object.fromEntries(
  subjects.flatMap(({ refusals = {} }) => Object.entries(refusals)),
);
