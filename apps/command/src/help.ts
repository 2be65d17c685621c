import { everyFlag } from './parse.ts';
import type { Flag, Verb } from './verb.ts';

export function helpOfAll(verbs: Record<string, Verb>): string {
  const rows = Object.entries(verbs).map(([name, { summary }]) => `  ${name.padEnd(12)} ${summary}`);
  return [
    'groundwork looks after a site. It reads the same settings as the site.\n',
    ...rows,
    '\ngroundwork VERB --help tells more; --json prints for programs.',
  ].join('\n');
}

export function helpOf({ summary, usage, flags }: Verb): string {
  const rows = Object.entries<Flag>({ ...flags, ...everyFlag }).map(
    ([name, { tells }]) => `  --${name.padEnd(15)} ${tells}`,
  );
  return [summary, `\nUsage: ${usage}\n`, ...rows].join('\n');
}
