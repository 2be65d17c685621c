import { expect, test } from 'vitest';
import { entries } from './entries.ts';
import { HEARERS, WITHOUT_AN_ENTRY } from './inventory.ts';
import { notices, type NoticeName } from './notices.ts';
import { SILENT, WHY_SILENT } from './silent.ts';

const untold = Object.entries(SILENT).flatMap(([why, kinds]) =>
  kinds
    .trim()
    .split(/\s+/)
    .map((kind) => ({ kind, why: why as keyof typeof WHY_SILENT })),
);

test('every kind of entry in the journal is told to somebody, or says why not, and never both', () => {
  const said = [...Object.keys(HEARERS), ...untold.map(({ kind }) => kind)];
  expect(said.toSorted()).toEqual(Object.keys(entries).toSorted());
});

test('every kind of notice is told of some entry, or says of what', () => {
  const named = new Set([
    ...Object.values(HEARERS).flatMap(({ by }) => by),
    ...Object.keys(WITHOUT_AN_ENTRY),
  ]);
  expect([...named].toSorted()).toEqual(Object.keys(notices).toSorted());
});

test('the page for people says the same', async () => {
  await expect(page()).toMatchFileSnapshot(`${import.meta.dirname}/../../../docs/notices.md`);
});

function page(): string {
  const levelOf = (name: NoticeName) => notices[name].level;
  const row = (...cells: string[]) => `| ${cells.join(' | ')} |`;
  const told = Object.entries(HEARERS).map(([kind, { who, by }]) =>
    row(`\`${kind}\``, who, by.map((name) => `\`${name}\` (${levelOf(name)})`).join(', ')),
  );
  const besides = Object.entries(WITHOUT_AN_ENTRY).map(([name, who]) =>
    row('', who, `\`${name}\` (${levelOf(name as NoticeName)})`),
  );
  const why = Object.entries(WHY_SILENT).map(
    ([reason, sentence]) =>
      `- **${sentence}** ${untold.flatMap((one) => (one.why === reason ? [`\`${one.kind}\``] : [])).join(', ')}`,
  );
  return `# Who is told what

Made of \`packages/features/src/inventory.ts\` and \`silent.ts\` by their test; \`npx vitest -u\` over that writes it anew. What each level means stands in
[how you are told](members.md#choose-how-you-are-told): \`must\` reaches its receiver whatever they chose, \`mine\`, \`decide\` and \`groups\` as
they chose. The words are \`mail.*\` in \`packages/words\`. What waits for a decision, and a message to one alone, are taken back once
they are decided or read.

${row('What happened', 'Who hears of it', 'By which notice (its level)')}
| --- | --- | --- |
${[...told, ...besides].join('\n')}

## What nobody is told of, and why

${why.join('\n')}
`;
}
