import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unsentForm, typedWords } from './unsent.ts';

test('an unsent form keeps its fields in order, each of several, and no password ever', () => {
  const entry = fc.tuple(fc.constantFrom('name', 'tag', 'password', 'newPassword'), fc.string());
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      const sent = new FormData();
      for (const [name, value] of entries) sent.append(name, value);
      const { answers, passwords } = unsentForm(sent);
      expect(answers).toEqual(entries.filter(([name]) => ['name', 'tag'].includes(name)));
      expect(passwords).toHaveLength(entries.length - answers.length);
    }),
  );
});

test('files are not sent back, and it is said', () => {
  const sent = new FormData();
  sent.append('title', 'Warm homes');
  sent.append('picture', new File([], ''));
  expect(unsentForm(sent)).toMatchObject({ answers: [['title', 'Warm homes']], hadFiles: false });
  sent.append('picture', new File(['x'], 'x.png'));
  expect(unsentForm(sent)).toMatchObject({ answers: [['title', 'Warm homes']], hadFiles: true });
});

test('a person is shown their own words, and none of what only the form knows', () => {
  const seal = 'q83vASNFZ4mrze8BI0VniavN7wEjRWeJq83v';
  const answers: [string, string][] = [
    ['updates', 'yes'],
    ['id', '0199aa00-0000-7000-8000-000000000001'],
    ['seal', seal],
    ['comment', ' Since 1987. '],
    ['name', '集会参加者'],
  ];
  expect(typedWords({ answers })).toEqual(['Since 1987.', '集会参加者']);
});
