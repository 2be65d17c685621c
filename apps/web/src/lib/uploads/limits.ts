const kilobyte = 1024;
const megabyte = 1024 * kilobyte;

/** The largest body any route takes: 100,000 rows of people as CSV. */
export const largestMegabytes = 32;
export const largestBody = largestMegabytes * megabyte;

/**
 * How many bytes a request to this path may carry. A list of people or of postcodes may be long, a form with a picture in it
 * is larger than words, and nobody writes more than 512 kB into a form.
 */
export function bodyLimit(path: string, contentType: string | undefined): number {
  if (!contentType?.startsWith('multipart/form-data')) return 512 * kilobyte;
  return isOfLists(path) || path === '/site/postcodes' ? largestBody : 12 * megabyte;
}

/** Where a list of people is brought in: its page itself says what to do with one that is too large. */
export function isOfLists(path: string): boolean {
  return /\/people\/imports?(\/|$)/.test(path);
}
