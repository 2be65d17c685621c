import { isInterruption } from './sentence.ts';
import { sizeOnDisk } from './figures.ts';
import type { Output, ShowProgress, Screen } from './verb.ts';

const EVERY_MS = 200;

/** Prints for people, or, with `json`, one object for programs at the end. */
export function openOutput(json: boolean, out: Screen): Output {
  const say = (line: string) => {
    if (!json) out.write(`${line}\n`);
  };
  return {
    json,
    say,
    async step(name, work) {
      if (json) return work(() => undefined);
      const line = openLine(name, out);
      const began = performance.now();
      try {
        const outcome = await work(line.show);
        line.end(`${((performance.now() - began) / 1000).toFixed(1)} s`);
        return outcome;
      } catch (error) {
        line.end(isInterruption(error) ? 'interrupted' : 'failed');
        throw error;
      }
    },
    result(value) {
      if (json) out.write(`${JSON.stringify(value)}\n`);
    },
  };
}

/** On a terminal one line that is written over and over; elsewhere its beginning and its end. */
function openLine(name: string, out: Screen): { show: ShowProgress; end(how: string): void } {
  let shownAt = 0;
  out.write(`${name} ... `);
  return {
    show(done, total, unit) {
      const now = performance.now();
      if (!out.isTTY || now - shownAt < EVERY_MS) return;
      shownAt = now;
      // A total may be an estimate.
      const share = total > 0 ? `${Math.min(99, Math.floor((done / total) * 100))} %, ` : '';
      const amount = unit === 'bytes' ? sizeOnDisk(done) : `${done.toLocaleString('en')} ${unit}`;
      out.write(`\r\u001b[K${name} ... ${share}${amount} `);
    },
    end(how) {
      out.write(out.isTTY ? `\r\u001b[K${name} ... ${how}\n` : `${how}\n`);
    },
  };
}
