import { parseArgs } from 'node:util';
import { VERSION } from '@groundwork/features/version';
import { nearest } from './nearest.ts';
import { openOutput } from './output.ts';
import { sentenceOf } from './sentence.ts';
import { Refusal, type Asked, type Verb } from './verb.ts';
import { verbs } from './verbs.ts';

const everyVerb = {
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** `groundwork VERB ...`: for whoever runs the server. Exit code 0 when it was done, 1 when not, 130 when interrupted. */
async function main([name = '--help', ...args]: string[]): Promise<void> {
  const isJson = args.includes('--json');
  try {
    if (['--help', '-h', 'help'].includes(name)) return console.log(helpOfAll());
    if (['--version', '-v'].includes(name)) return console.log(VERSION);
    const verb = verbs[name];
    if (!verb) throw new Refusal(unknown('command', name, Object.keys(verbs)));
    const asked = parse(name, verb, args);
    if (asked.values.help) return console.log(`${verb.summary}\n\nUsage: ${verb.usage} [--json]`);
    await verb.run(asked, openOutput(asked.values.json === true), interruptions());
  } catch (error) {
    const sentence = sentenceOf(error);
    if (isJson) console.log(JSON.stringify({ error: sentence }));
    else console.error(sentence);
    process.exitCode = isInterruption(error) ? 130 : 1;
  }
}

function parse(name: string, verb: Verb, args: string[]): Asked {
  const options: Verb['options'] = { ...verb.options, ...everyVerb };
  const { tokens } = parseArgs({ args, options, strict: false, tokens: true, allowPositionals: true });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const flags = Object.keys(options).map((flag) => `--${flag}`);
    const option = options[token.name];
    if (!option) throw new Refusal(unknown(`flag of ${name}`, token.rawName, flags));
    if (option.type === 'string' && !token.value)
      throw new Refusal(`${token.rawName} needs a value: ${verb.usage}`);
    if (option.type === 'boolean' && token.value !== undefined)
      throw new Refusal(`${token.rawName} takes no value: ${verb.usage}`);
  }
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  if (positionals.length > (verb.positionals ?? 0))
    throw new Refusal(`"${positionals.at(-1) ?? ''}" is one word too many: ${verb.usage}`);
  return { values: values as Asked['values'], positionals };
}

function unknown(kind: string, word: string, known: string[]): string {
  const guess = nearest(word, known);
  return `There is no ${kind} "${word}"${guess ? `; did you mean ${guess}?` : `. There are: ${known.join(', ')}.`}`;
}

function helpOfAll(): string {
  const rows = Object.entries(verbs).map(([name, { summary }]) => `  ${name.padEnd(12)} ${summary}`);
  return [
    'groundwork looks after a site. It reads the same settings as the site.\n',
    ...rows,
    '\ngroundwork VERB --help tells more; --json prints for programs.',
  ].join('\n');
}

/** Aborts at the first Ctrl-C or SIGTERM, so that what was begun is taken back; the second ends at once. */
function interruptions(): AbortSignal {
  const interruption = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (interruption.signal.aborted) process.exit(130);
      interruption.abort();
    });
  }
  return interruption.signal;
}

function isInterruption(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

await main(process.argv.slice(2));
