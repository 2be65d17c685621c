/** Work that nobody waits for: what fails in it is told, and comes to its end in a later round. */
export async function shielded(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    process.emitWarning(error instanceof Error ? error : String(error));
  }
}
