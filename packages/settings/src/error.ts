/** The message is one sentence for whoever runs the site: which variable, what is wrong with it, what to write. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}
