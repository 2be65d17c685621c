import { writeFileSync } from 'node:fs';
import type { Reply } from './aside.ts';

/** Makes this process the child of `openAside`: does `work` for each thing asked, and ends with its parent. */
export function answering(work: (asked: never) => Promise<unknown>): void {
  dieFirst();
  process.on('disconnect', () => process.exit());
  process.on('message', (asked: unknown) => {
    void answer(() => work(asked as never)).then((reply) => process.send?.(reply));
  });
}

async function answer<Answer>(work: () => Promise<Answer>): Promise<Reply<Answer>> {
  try {
    return { answer: await work() };
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}

/** Whom the kernel takes when memory is short. Only Linux asks. */
function dieFirst() {
  try {
    writeFileSync('/proc/self/oom_score_adj', '1000');
  } catch {
    // Elsewhere nobody asks.
  }
}
