import '@groundwork/database/loading';
import { VERSION } from '@groundwork/features/version';
import { helpOf, helpOfAll } from './help.ts';
import { unknown } from './nearest.ts';
import { openOutput } from './output.ts';
import { everyFlag, parse } from './parse.ts';
import { isInterruption, sentenceOf } from './sentence.ts';
import { Misuse, Refusal, type Verb } from './verb.ts';
import { verbs } from './verbs.ts';

/** `groundwork VERB ...`: for whoever runs the server. Exit code 0 when it was done, 1 when not, 130 when interrupted. */
async function main(words: string[]): Promise<void> {
  try {
    await obey(words);
  } catch (error) {
    const sentence = sentenceOf(error);
    if (words.includes('--json')) console.log(JSON.stringify({ error: sentence }));
    else console.error(sentence);
    // What was begun is taken back by now; what is still being asked need not be answered.
    if (isInterruption(error)) process.exit(130);
    process.exitCode = 1;
  }
}

async function obey([first = 'help', ...rest]: string[]): Promise<void> {
  if (['--version', '-v'].includes(first)) return console.log(VERSION);
  const isHelp = ['help', '--help', '-h'].includes(first);
  const name = isHelp ? rest[0] : first;
  if (name === undefined) return console.log(helpOfAll(verbs));
  const verb = verbNamed(name);
  if (isHelp) return console.log(helpOf(verb));
  try {
    const asked = parse(name, verb, rest);
    if (asked.values.help) return console.log(helpOf(verb));
    const deed = await verb.load();
    await deed(asked, openOutput(asked.values.json === true), interruptions());
  } catch (error) {
    if (error instanceof Misuse) throw new Refusal(`${error.message}: ${verb.usage}`);
    throw error;
  }
}

function verbNamed(name: string): Verb {
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (verb) return verb;
  if (Object.hasOwn(everyFlag, name.slice(2)))
    throw new Refusal(`Say the command first: groundwork VERB ${name}`);
  throw new Refusal(unknown('command', name, Object.keys(verbs)));
}

/** Aborts at the first Ctrl-C or SIGTERM, so that what was begun is taken back; the second ends at once. */
function interruptions(): AbortSignal {
  const interruption = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (interruption.signal.aborted) process.exit(130);
      interruption.abort();
    });
  }
  return interruption.signal;
}

// Whoever reads along may have seen enough, as `head` has; what was begun goes on.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
await main(process.argv.slice(2));
// What was asked of servers that say nothing is not waited for.
process.stdout.write('', () => process.exit());
