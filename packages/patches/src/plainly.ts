/**
 * Runs `work` on an idle client of pg's that is asked ahead (`pipeline`), and meanwhile is not. Such a client refuses a COPY,
 * whose stream would be answered by what was asked behind it; and pg has no way to say so of one client for a while.
 */
export async function plainly<T>(client: object, work: () => Promise<T>): Promise<T> {
  const settable = client as { pipeline: boolean };
  const before = settable.pipeline;
  settable.pipeline = false;
  try {
    return await work();
  } finally {
    settable.pipeline = before;
  }
}
