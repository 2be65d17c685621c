/** The message is one sentence for whoever runs the site: what is wrong with the embedded database, and what to do. */
export class EmbeddedError extends Error {
  override name = 'EmbeddedError';
}
