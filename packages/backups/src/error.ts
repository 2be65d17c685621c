/** The message is one sentence for whoever runs the site; when it is thrown, nothing was changed. */
export class BackupError extends Error {
  override name = 'BackupError';
}
