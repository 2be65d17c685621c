/** Makes this process do what its parent sends, one task at a time, and send back what it found or why it failed. */
export function answerTasks(work: (task: never) => Promise<unknown>): void {
  process.on('message', (task: unknown) => {
    work(task as never).then(
      (found) => process.send?.(found),
      (error: unknown) => process.send?.({ failed: error instanceof Error ? error.message : String(error) }),
    );
  });
  // The channel alone keeps a waiting process alive, and its end ends it.
  process.channel?.ref();
}
