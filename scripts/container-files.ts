import { parseDocument, visit } from 'yaml';

/** Every text that stands in the file, keys and comments apart. */
export function valuesIn(yaml: string): string[] {
  const values: string[] = [];
  visit(parseDocument(yaml), {
    Scalar: (key, { value }) => void (key !== 'key' && typeof value === 'string' && values.push(value)),
  });
  return values;
}

/** The variables in a text, as Compose reads it: `$$` is a dollar; `:?` makes one required, `:-` and `:+` say what else. */
export function variablesIn(text: string) {
  const found = text.replaceAll('$$', '').matchAll(/\$\{(?<name>\w+)(?::(?<sign>[-?+])(?<rest>[^}]*))?\}/g);
  return [...found].map(({ groups: { name = '', sign, rest = '' } = {} }) => ({
    name,
    isRequired: sign === '?',
    otherwise: sign === '-' || sign === '+' ? rest : undefined,
  }));
}

/** The instructions of a Dockerfile, each in one line, with the stage it is in. */
export function instructionsIn(dockerfile: string) {
  const lines = dockerfile.replaceAll('\\\n', '').split('\n');
  let stage = '';
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [instruction = '', ...rest] = line.split(' ');
      if (instruction === 'FROM') stage = rest.at(-1) ?? '';
      return { stage, instruction, rest: rest.join(' ') };
    });
}

/** The words of each line of a Caddyfile. */
export function wordsIn(text: string): string[][] {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split(/\s+/));
}
