import type { Terminal } from './verb.ts';

/** Errors whose own message is a sentence for whoever typed the command. */
const spoken = new Set([
  'Refusal',
  'SettingsError',
  'MigrationError',
  'EmbeddedError',
  'BackupError',
  'BucketError',
]);

const NO_TABLES =
  'The database has no tables of this version yet: run groundwork upgrade, or start the site once.';
const AWAY = 'The database does not answer: is it running, and is DATABASE_URL right?';

const byCode: Record<string, string> = {
  ECONNREFUSED: AWAY,
  ETIMEDOUT: AWAY,
  EHOSTUNREACH: AWAY,
  ENETUNREACH: AWAY,
  ENOTFOUND: 'The host in DATABASE_URL or REDIS_URL is not known.',
  EAI_AGAIN: 'The host in DATABASE_URL or REDIS_URL is not known, or the DNS does not answer.',
  ENOSPC: 'The disk is full: make room and try again.',
  EACCES: 'A folder that is needed may not be read or written by this account.',
  EROFS: 'A folder that is needed may not be written: its disk is read-only.',
  '3D000': 'The database that DATABASE_URL names does not exist.',
  '3F000': NO_TABLES,
  '42P01': NO_TABLES,
  '42703': NO_TABLES,
  '42501': 'The account in DATABASE_URL may not do that in its database: it must own it.',
  '28000': 'The database does not let in the account that DATABASE_URL names.',
  '28P01': 'The database does not accept the name or password in DATABASE_URL.',
  '53100': 'The disk of the database is full: make room and try again.',
  '53300': 'The database takes no more connections: try again, or raise max_connections.',
  '55P03': 'The database is busy with something that takes long: try again in a while.',
  '57P01': 'The database was stopped meanwhile: try again.',
  '57P03': 'The database is just starting or stopping: try again in a moment.',
  ECONNRESET: 'The connection to the database was lost: try again.',
};

/** What went wrong, in one sentence; never a row's content, which a driver's own words may quote. */
export function explanationOf(error: unknown, { env, err }: Pick<Terminal, 'env' | 'err'>): string {
  if (!(error instanceof Error)) return 'It failed for an unknown reason.';
  if (spoken.has(error.name)) return error.message;
  if (isInterruption(error)) return 'Interrupted; nothing was changed.';
  const known = chainOf(error).map(knownSentence).find(Boolean);
  if (known) return known;
  if (env.LOG_LEVEL === 'debug') err.write(`${placesOf(error)}\n`);
  const code = chainOf(error).map(codeOf).find(Boolean) ?? 'without a code';
  return `It failed for a reason it did not foresee (${error.name}, ${code}). LOG_LEVEL=debug shows where.`;
}

/** Whether it is what somebody asked for who pressed Ctrl-C. */
export function isInterruption(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

function knownSentence(error: Error): string | undefined {
  if (/REDIS_URL/.test(error.message))
    return 'Redis or Valkey does not answer: is it running, and is REDIS_URL right?';
  // The driver has neither names nor codes for what it meets before the first query.
  if (/timeout|terminated/i.test(error.message) && /connect/i.test(error.message)) return AWAY;
  if (/^SASL/.test(error.message)) return byCode['28P01'];
  return byCode[codeOf(error)];
}

/** The error and those that caused it. */
function chainOf(error: Error): Error[] {
  return error.cause instanceof Error ? [error, ...chainOf(error.cause)] : [error];
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** The lines of the stack; those before them are the error's own words, which may be a person's. */
function placesOf({ stack = '' }: Error): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
