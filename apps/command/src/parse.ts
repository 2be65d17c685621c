import { parseArgs } from 'node:util';
import { unknown } from './nearest.ts';
import { Misuse, CommandRefusal, type VerbInput, type Flag, type Verb } from './verb.ts';

/** The flags that all verbs have. */
export const everyFlag = {
  json: { type: 'boolean', tells: 'print for programs: one object, or {"error"}' },
  help: { type: 'boolean', tells: 'print this', short: 'h' },
} satisfies Record<string, Flag>;

/** What was asked of a verb. Throws Refusal for what it does not know, with a guess at what was meant. */
export function parse(name: string, verb: Verb, args: string[]): VerbInput {
  const options: Record<string, Flag> = { ...verb.flags, ...everyFlag };
  // Not strict: node's own complaints are no sentences for people.
  const { tokens, values, positionals } = parseArgs({
    args,
    options,
    strict: false,
    tokens: true,
    allowPositionals: true,
  });
  for (const token of tokens) if (token.kind === 'option') mustFit(name, token, options);
  if (positionals.length > (verb.words ?? 0))
    throw new Misuse(`"${positionals.at(-1) ?? ''}" is one word too many`);
  return { values, positionals };
}

type Token = { name: string; rawName: string; value?: string | undefined; inlineValue?: boolean | undefined };

function mustFit(verb: string, { name, rawName, value, inlineValue }: Token, options: Record<string, Flag>) {
  const flag = Object.hasOwn(options, name) ? options[name] : undefined;
  if (!flag) {
    const known = Object.keys(options).map((option) => `--${option}`);
    throw new CommandRefusal(unknown(`flag of ${verb}`, rawName, known));
  }
  // What follows and looks like a flag is one, and no value.
  const isMissing = !value || (!inlineValue && /^-./.test(value));
  if (flag.type === 'string' && isMissing) throw new Misuse(`${rawName} needs a value`);
  if (flag.type === 'boolean' && value !== undefined) throw new Misuse(`${rawName} takes no value`);
}
