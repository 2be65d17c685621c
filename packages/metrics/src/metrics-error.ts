/** The address is wrong or taken. The message is one sentence for whoever runs the site. */
export class MetricsError extends Error {
  override name = 'MetricsError';
}
