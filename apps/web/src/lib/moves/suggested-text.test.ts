import { catalogs } from '@groundwork/words';
import { languages } from '@groundwork/words/languages';
import { expect, test } from 'vitest';
import { wordsFor } from '#lib/words/words.ts';
import { suggestedText } from './suggested-text.ts';

const place = { group: 'Eastside Tenants', url: 'https://site.example/go/abc2345' };

test.each(languages)('in %s a text names the group, the link and the last day', (language) => {
  const words = wordsFor(language, 'UTC', catalogs[language]);
  const text = suggestedText(words, { ...place, silentOn: '2027-03-01' });
  expect(text).toContain(place.group);
  expect(text).toContain(place.url);
  expect(text).toContain(words.date('2027-03-01'));
  expect(text).toContain(catalogs[language]['groups.join.submit']);
  expect(suggestedText(words, { ...place, silentOn: null })).not.toContain('2027');
});
