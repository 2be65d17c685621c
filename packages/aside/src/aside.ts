import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/**
 * `memory`: MB of JavaScript's heap; `waiting`: how many may wait their turn; `patience`: ms for one piece of work, its
 * process's start included; `idle`: ms without work after which the process ends.
 */
export type Bounds = { memory: number; waiting: number; patience: number; idle: number };

/** As many wait as may. It was not begun, and can be asked again in a moment. */
export class AsideBusy extends Error {
  override name = 'Busy';
}

/** The process died of this piece of work, or was ended because it took too long. */
export class AsideLost extends Error {
  override name = 'Lost';
}

/**
 * Work that takes much memory or time, done beside the process that needs it: in a child that `module` makes (see
 * `answering`), one piece at a time. The child starts at first need and ends when nothing has been asked for a while,
 * and whatever it took goes with it; when memory is short, it dies and not its parent. It is given no environment, so
 * what reads a stranger's file can find no secret there. Rejects with Busy, Lost, or what the work threw.
 */
export function openAside<Work extends (asked: never) => Promise<unknown>>(module: URL, bounds: Bounds) {
  type Asked = Parameters<Work>[0];
  type Answer = Awaited<ReturnType<Work>>;
  let child: ChildProcess | undefined;
  let rest: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let count = 0;

  async function work(asked: Asked): Promise<Answer> {
    clearTimeout(rest);
    const own = (child ??= begin());
    own.ref();
    own.channel?.ref();
    try {
      return await answerOf<Answer>(own, asked, bounds.patience);
    } finally {
      own.unref();
      own.channel?.unref();
      rest = setTimeout(() => letGo(own), bounds.idle).unref();
    }
  }

  function begin(): ChildProcess {
    const begun = start(module, bounds);
    for (const end of ['exit', 'error', 'disconnect']) begun.once(end, () => letGo(begun));
    return begun;
  }

  /** Nobody asks it any more from this moment on, though it takes another until it is gone. */
  function letGo(own: ChildProcess) {
    if (child === own) child = undefined;
    own.kill('SIGKILL');
  }

  return async (asked: Asked): Promise<Answer> => {
    if (count > bounds.waiting) throw new AsideBusy();
    count += 1;
    const mine = last.then(() => work(asked)).finally(() => (count -= 1));
    // Whoever asked hears of it; the next one only waits for its end.
    last = mine.catch(() => undefined);
    return mine;
  };
}

function start(module: URL, { memory }: Bounds): ChildProcess {
  const child = fork(module, {
    execArgv: [`--max-old-space-size=${memory}`],
    env: {},
    serialization: 'advanced',
    // What a decoder says of a stranger's file is the stranger's to choose: it is no line of the log.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return child;
}

async function answerOf<Answer>(child: ChildProcess, asked: unknown, patience: number): Promise<Answer> {
  const done = new AbortController();
  const { signal } = done;
  const late = setTimeout(() => child.kill('SIGKILL'), patience);
  const answered = once(child, 'message', { signal }) as Promise<[Reply<Answer>]>;
  const gone = once(child, 'exit', { signal }).then(() => null);
  try {
    child.send(asked as object);
    // It also ends when the child could not be started, or nothing can be sent to it.
    const reply = await Promise.race([answered, gone]).catch(() => null);
    if (reply === null) throw new AsideLost();
    const [said] = reply;
    if ('failed' in said) throw new Error(said.failed);
    return said.answer;
  } finally {
    clearTimeout(late);
    done.abort();
    await Promise.allSettled([answered, gone]);
  }
}

/** What a child sends back for each piece of work. */
export type Reply<Answer> = { answer: Answer } | { failed: string };
