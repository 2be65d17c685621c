/** Does one step of starting, and prints its name and its time in seconds. */
export async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  process.stdout.write(`${name} ... `);
  const outcome = await work();
  console.log(`${((performance.now() - began) / 1000).toFixed(1)} s`);
  return outcome;
}
