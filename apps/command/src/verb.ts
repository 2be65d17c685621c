/** The message is one sentence for whoever typed the command: what is wrong and what to do. Nothing was changed. */
export class CommandRefusal extends Error {
  override name = 'Refusal';
}

/** A refusal of how the command was written; how it is written is told with it. */
export class Misuse extends CommandRefusal {}

/** Tells how much of a step is done; `unit` is a plural noun, such as `rows`. */
export type ShowProgress = (done: number, total: number, unit: string) => void;

export type Output = {
  /** Whether a program reads along: then only `result` prints. */
  json: boolean;
  /** Prints one line for people. */
  say(line: string): void;
  /** Does one step, and prints its name, how far it is, and its time in seconds. */
  step<T>(name: string, work: (progress: ShowProgress) => Promise<T>): Promise<T>;
  /** What `--json` prints, once, at the end. */
  result(value: object): void;
};

export type VerbInput = {
  values: Record<string, string | boolean | undefined>;
  positionals: string[];
};

/** Where the command was typed; `signal` aborts on Ctrl-C. */
export type Terminal = {
  /** The settings, besides those of whoever typed it. */
  env: Record<string, string | undefined>;
  input: NodeJS.ReadableStream;
  out: Screen;
  err: Screen;
  signal: AbortSignal;
};
/** Which may be a terminal, a pipe or a file. */
export type Screen = NodeJS.WritableStream & { isTTY?: boolean };

/**
 * Does what was asked. Throws Refusal, or a named error of a package, for what people can mend. Resolves to false when
 * all was done and what was found is not well.
 */
export type VerbAction = (asked: VerbInput, output: Output, terminal: Terminal) => Promise<boolean | void>;

export type Flag = {
  type: 'string' | 'boolean';
  /** What it does, in a few words for the help. */
  tells: string;
  short?: string;
};

/** One thing that `groundwork` can do. */
export type Verb = {
  /** `groundwork backup [--to PLACE]`, without the flags that all verbs have. */
  usage: string;
  /** One sentence for the list of verbs. */
  summary: string;
  /** Its own flags; `--json` and `--help` are added. */
  flags?: Record<string, Flag>;
  /** How many words may follow the verb; none unless told. */
  words?: number;
  /** What a verb needs takes a second to load, which whoever mistyped one need not wait for. */
  load(): Promise<VerbAction>;
};
