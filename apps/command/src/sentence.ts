/** Errors whose own message is a sentence for whoever typed the command. */
const spoken = new Set([
  'Refusal',
  'SettingsError',
  'MigrationError',
  'EmbeddedError',
  'BackupError',
  'FilesError',
]);

const byCode: Record<string, string> = {
  ECONNREFUSED: 'The database does not answer: is it running, and is DATABASE_URL right?',
  ENOTFOUND: 'The host in DATABASE_URL or REDIS_URL is not known.',
  ENOSPC: 'The disk is full: make room and try again.',
  EACCES: 'A folder that is needed may not be read or written by this account.',
  '42P01': 'The database has no tables of this version yet: run groundwork upgrade, or start the site once.',
  '28P01': 'The database does not accept the name or password in DATABASE_URL.',
  '3D000': 'The database that DATABASE_URL names does not exist.',
};

/** What went wrong, in one sentence; never a row's content, which a driver's own words may quote. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return 'It failed for an unknown reason.';
  if (spoken.has(error.name)) return error.message;
  if (error.name === 'AbortError') return 'Interrupted; nothing was changed.';
  const known = byCode[codeOf(error)];
  if (known) return known;
  if (process.env.LOG_LEVEL === 'debug') console.error(error.stack);
  return `It failed for a reason it did not foresee (${error.name} ${codeOf(error)}). LOG_LEVEL=debug shows where.`;
}

/** The code of the error, or of the one that caused it. */
function codeOf(error: Error): string {
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.cause instanceof Error ? codeOf(error.cause) : '';
}
