/** Does `work` for every number below `count`, a few at a time, so that the database is busy but nobody waits long. */
export async function crowd(count: number, work: (n: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) {
      const n = next;
      next += 1;
      await work(n);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}
