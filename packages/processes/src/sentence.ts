/**
 * What a process says when it cannot start: one sentence. Our own errors are sentences; what a server or the system
 * answered is named by its code, because its own words may hold more than a log should.
 */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return 'It failed for an unknown reason.';
  const { code, port } = detailsOf(error);
  if (code === 'EADDRINUSE')
    return `Port ${port ?? ''} is taken by another program. Stop it, or choose another: PORT=3001 npm start`;
  if (code === 'EADDRNOTAVAIL') return 'HOST is not an address of this machine.';
  if (code === 'EACCES' && port !== undefined) return `Port ${port} may not be opened by this account.`;
  return (
    byCode[code ?? ''] ??
    turnedAway(error.cause) ??
    (error.message || `It failed (${error.name} ${code ?? ''}).`)
  );
}

const byCode: Record<string, string> = {
  ECONNREFUSED: 'The database does not answer: is it running, and is DATABASE_URL right?',
  ENOTFOUND: 'The host in DATABASE_URL or REDIS_URL is not known.',
  ENOSPC: 'The disk is full: make room and try again.',
  '28P01': 'The database does not accept the name or password in DATABASE_URL.',
  '3D000': 'The database that DATABASE_URL names does not exist.',
};

/** What was refused by a server that answers is no matter of being away, as the error around it may say. */
function turnedAway(cause: unknown): string | undefined {
  const { code = '' } = cause instanceof Error ? detailsOf(cause) : {};
  return ['28P01', '3D000'].includes(code) ? byCode[code] : undefined;
}

/** Ours wrap what a server answered; their sentence is better than its code. */
function detailsOf(error: Error): { code?: string; port?: number } {
  const { code, port } = error as { code?: unknown; port?: unknown };
  return {
    ...(typeof code === 'string' && { code }),
    ...(typeof port === 'number' && { port }),
  };
}
