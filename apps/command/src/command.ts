import { VERSION } from '@groundwork/features/version';
import { helpOf, helpOfAll } from './help.ts';
import { unknown } from './nearest.ts';
import { openOutput } from './output.ts';
import { everyFlag, parse } from './parse.ts';
import { isInterruption, explanationOf } from './sentence.ts';
import { asTyped } from './typed.ts';
import { Misuse, CommandRefusal, type Terminal, type Verb } from './verb.ts';
import { verbs } from './verbs.ts';

type Typed = Omit<Terminal, 'signal'> & {
  /** Called when something is about to begin; aborts when it is to be taken back. */
  interruptions(): AbortSignal;
};

/**
 * Does what was typed after `groundwork`, and resolves to the exit code: 0 when it was done, 1 when not, or when the
 * doctor found something, 130 when interrupted.
 */
export async function command(words: string[], terminal: Typed): Promise<number> {
  const { out, err } = terminal;
  // Whoever reads along may have seen enough, as `head` has; what was begun goes on.
  for (const stream of [out, err]) stream.on('error', () => undefined);
  try {
    return await obey(words, terminal);
  } catch (error) {
    const sentence = asTyped(explanationOf(error, terminal), terminal.env);
    if (words.includes('--json')) out.write(`${JSON.stringify({ error: sentence })}\n`);
    else err.write(`${sentence}\n`);
    return isInterruption(error) ? 130 : 1;
  }
}

async function obey([first = 'help', ...rest]: string[], { interruptions, ...terminal }: Typed) {
  const print = (text: string) => {
    terminal.out.write(`${text}\n`);
    return 0;
  };
  if (['--version', '-v'].includes(first)) return print(VERSION);
  const isHelp = ['help', '--help', '-h'].includes(first);
  const name = isHelp ? rest[0] : first;
  if (name === undefined) return print(helpOfAll(verbs));
  const verb = verbNamed(name);
  if (isHelp) return print(helpOf(verb));
  try {
    const asked = parse(name, verb, rest);
    if (asked.values.help) return print(helpOf(verb));
    const deed = await verb.load();
    const output = openOutput(asked.values.json === true, terminal.out);
    const isWell = await deed(asked, output, { ...terminal, signal: interruptions() });
    return isWell === false ? 1 : 0;
  } catch (error) {
    if (error instanceof Misuse) throw new CommandRefusal(`${error.message}: ${verb.usage}`);
    throw error;
  }
}

function verbNamed(name: string): Verb {
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (verb) return verb;
  if (Object.hasOwn(everyFlag, name.slice(2)))
    throw new CommandRefusal(`Say the command first: groundwork VERB ${name}`);
  throw new CommandRefusal(unknown('command', name, Object.keys(verbs)));
}
