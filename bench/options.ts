import { parseArgs } from 'node:util';

/** One sentence for whoever asked for something that cannot be done; nothing was changed. */
export class Refusal extends Error {}

export type Options = {
  isQuick: boolean;
  /** Letters of figures, in the order they run. */
  only: string[];
  rounds: number;
  /** Of whatever else is to be measured as the public page is, instead of the figures. */
  addresses: string[];
};

/** Reads what was typed after `npm run bench --`. Throws Refusal for anything that is not one of these. */
export function readOptions(args: string[], letters: string[]): Options {
  const { quick, only, rounds, address = [] } = parse(args);
  const wanted = only === undefined ? letters : only.split(',').map((letter) => letter.trim());
  const unknown = wanted.find((letter) => !letters.includes(letter));
  if (unknown !== undefined)
    throw new Refusal(`There is no figure "${unknown}": --only takes letters of ${letters.join(', ')}.`);
  return {
    isQuick: quick,
    only: letters.filter((letter) => wanted.includes(letter)),
    rounds: rounds === undefined ? (quick ? 2 : 5) : asRounds(rounds),
    addresses: address.map(asAddress),
  };
}

function parse(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        quick: { type: 'boolean', default: false },
        only: { type: 'string' },
        rounds: { type: 'string' },
        address: { type: 'string', multiple: true },
      },
    });
    return values;
  } catch (error) {
    const [what = ''] = error instanceof Error ? error.message.split(/\.\s|\n/) : [];
    throw new Refusal(
      `${what}: the flags are --quick, --only a,c and --rounds 5, and --address URL for others.`,
    );
  }
}

function asRounds(text: string): number {
  const rounds = Number(text);
  if (/^\d{1,2}$/.test(text) && rounds > 0) return rounds;
  throw new Refusal(`--rounds is "${text}", but it must be a whole number from 1 to 99.`);
}

function asAddress(text: string): string {
  if (URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol)) return text;
  throw new Refusal(`--address is "${text}", but it must be a whole address such as http://127.0.0.1:4567/.`);
}
