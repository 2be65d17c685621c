import { Busy, Refusal, TooMany } from '@groundwork/features/errors';

/**
 * What an error says of the servers behind: away, busy or restarting (503), or out of room (507), so that the same
 * request may go through later. Null when it says nothing of the kind.
 */
export function outageOf(error: unknown): Refusal | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (FULL.has(code)) return new Refusal(507, { code: 'no-room' });
  if (isAway(code) || isConnecting(error) || AWAY.test(error.message))
    return new Refusal(503, { code: 'unavailable' });
  return outageOf(error.cause);
}

/** Seconds after which to ask again. A disk is not made larger in a moment. */
export function retryAfter(refusal: Refusal): number | null {
  const { status } = refusal;
  if (refusal instanceof TooMany) return refusal.minutes * 60;
  if (refusal instanceof Busy) return 10;
  return status === 503 ? 2 : status === 507 ? 60 : null;
}

/** PostgreSQL's disk, or the one for files. */
const FULL = new Set(['53100', 'ENOSPC', 'EDQUOT']);

function isAway(code: string) {
  return AWAY_CODES.has(code) || AWAY_CLASSES.has(/^([0-9A-Z]{2})[0-9A-Z]{3}$/.exec(code)?.[1] ?? '');
}

/** Whatever kept it from another server, such as a socket that went with a PostgreSQL whose disk is full (ENOENT). */
function isConnecting(error: Error) {
  return 'syscall' in error && error.syscall === 'connect';
}

/** Classes of SQLSTATE: connection lost, out of connections or memory, stopped by an operator, failing disk. */
const AWAY_CLASSES = new Set(['08', '53', '57', '58']);
const AWAY_CODES = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN'],
  // Another took what this one waited for: a lock, the order of two changes, the place of the server that writes.
  ...['40001', '40P01', '55P03', '25006'],
]);

/** What pg says without a code: of a pool with nothing free, and of a connection that broke in the middle. */
const AWAY =
  /timeout exceeded when trying to connect|Connection terminated|has encountered a connection error|Client was closed/;
