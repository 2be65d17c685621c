/**
 * BullMQ refuses ids with a colon and ids that look like numbers, and an id such as `meta` would be one of its own
 * keys in Redis. Ours may be anything, so they go in under a mark of their own.
 */
export function asJobId(id: string): string {
  return mark + encodeURIComponent(id);
}

/** The id that asJobId was given. */
export function fromJobId(jobId: string): string {
  return decodeURIComponent(jobId.slice(mark.length));
}

const mark = 'job-';
