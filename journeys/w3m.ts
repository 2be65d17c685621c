import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { onTestFinished } from 'vitest';
import { outside } from './processes.ts';

const PATIENCE_MS = 30_000;

/**
 * A text browser in a terminal of its own, higher than any page, which is asked as a person asks it: by looking for words,
 * going on to the field after them, and pressing Enter.
 */
export async function openW3m(url: string) {
  const home = await mkdtemp(join(tmpdir(), 'groundwork w3m '));
  const options = ['-cookie', '-O', 'UTF-8', '-o', 'wrap_search=1', '-o', 'use_mouse=0'].join(' ');
  const typed = `stty rows 400 cols 120; exec w3m ${options} '${url}'`;
  const env = { ...outside(), TERM: 'xterm', HOME: home, LANG: 'C.UTF-8' };
  const terminal = spawn('script', ['--quiet', '--flush', '--command', typed, '/dev/null'], { env });
  let printed = '';
  terminal.stdout.setEncoding('utf8').on('data', (some: string) => (printed += some));
  onTestFinished(async () => {
    terminal.kill('SIGKILL');
    await rm(home, { recursive: true, force: true });
  });

  /** Types, and waits until what is printed since then fits. */
  async function type(keys: string, until: RegExp): Promise<void> {
    printed = '';
    terminal.stdin.write(keys);
    await heard(until);
  }

  async function heard(until: RegExp) {
    for (const began = Date.now(); !until.test(asText(printed)); await pause(20))
      if (Date.now() - began > PATIENCE_MS)
        throw new Error(`w3m did not show ${until.source}:\n${asText(printed)}`);
  }

  /** To the first of these words on the page, or a later one. */
  async function find(words: string, nth = 0): Promise<void> {
    await type('g', SHOWN);
    await type('/', /Forward:/);
    await type(`${escaped(words)}\r`, SHOWN);
    for (let n = 0; n < nth; n += 1) await type('n', SHOWN);
  }

  await heard(SHOWN);
  return {
    async go(address: string) {
      await type('U', /GotoURL:/);
      await type(`\u0015${address}\r${REDRAW}`, SHOWN);
    },
    /** Into the field after this label. */
    async fill(label: string, value: string) {
      await find(label);
      await type('\t', SHOWN);
      await type('\r', /TEXT:|\(.*\)/);
      await type(`\u0015${value}\r`, SHOWN);
    },
    /** The box or the choice before this label. */
    async tick(label: string) {
      await find(label);
      await type('\u001b\t', SHOWN);
      await type('\r', SHOWN);
    },
    /** The button or link that says so; the first on the page, or a later one. */
    async press(words: string, nth = 0) {
      await find(words, nth);
      await type(`\r${REDRAW}`, SHOWN);
    },
    /** Waits until the page says so. */
    sees: (words: string) => type(REDRAW, new RegExp(escaped(asText(words)))),
  };
}

/** Asked for once a page is there: what the last line said of the page before, and says of this one, is not written again. */
const REDRAW = '\u000c';
/** The last line of the screen, which is written last. */
const SHOWN = /Viewing.*</;

function escaped(words: string) {
  return words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Without the signs that move the cursor and colour the letters, which stand in for spaces here and there: so without those. */
function asText(printed: string) {
  return stripVTControlCharacters(printed).replaceAll(/\s/g, '');
}
