/** The message is one sentence for whoever runs the site; when it is thrown, nothing was changed. */
export class BackupError extends Error {
  override name = 'BackupError';
}

export function damaged(): BackupError {
  return new BackupError('This archive is not whole: parts of it are missing or were changed.');
}
