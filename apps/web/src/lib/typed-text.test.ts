import { typedText } from '@groundwork/words/testing';
import { array, assert, property, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { words } from './api/forms.ts';
import { written } from './campaigns/written.ts';
import { accentStyles } from './colour/styles.ts';
import { writtenEvent, writtenRsvp } from './events/written.ts';
import { linked } from './messaging/linked.ts';
import { nextPathIn } from './origin/next.ts';

test('a message is shown whole, whatever stands in it, and only web addresses are links', () => {
  assert(
    property(typedText(8000), typedText(80), (text, name) => {
      const stretches = linked(text, name ? [name] : []);
      expect(stretches.map((stretch) => stretch.text).join('')).toBe(text);
      for (const { text: shown, href } of stretches)
        if (href !== undefined) expect([shown, /^https?:\/\//i.test(href)]).toEqual([href, true]);
    }),
  );
});

test('eight thousand brackets after an address are words', () => {
  const text = `http://a${')'.repeat(7992)}`;
  expect(linked(text)).toEqual([{ text: 'http://a', href: 'http://a' }, { text: ')'.repeat(7992) }]);
});

test('the way on after a form leads nowhere but to this site', () => {
  assert(
    property(typedText(400), (path) => {
      const next = new URL(nextPathIn(path, '/home'), 'https://this.site');
      expect(next.origin).toBe('https://this.site');
    }),
  );
});

test('no words make a colour of a page, and no colour makes words of it', () => {
  assert(
    property(typedText(), (text) => {
      const shown = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      expect(accentStyles(`<p title="x">${shown}</p>`)).toBe('');
      const attribute = shown.replaceAll('"', '&quot;');
      expect(accentStyles(`<p data-accent="${attribute}">`)).toMatch(/^[^<]*$/);
    }),
  );
});

test('every form is read, whatever is typed into it', () => {
  const names = [
    'title',
    'story',
    'goal',
    'issues',
    'day',
    'starts',
    'ends',
    'capacity',
    'guestCount',
    'needs.note',
  ];
  assert(
    property(
      array(tuple(typedText(200), typedText(200)), { maxLength: 4 }),
      tuple(...names.map(() => typedText(200))),
      (more, typed) => {
        const form = new FormData();
        for (const [name, value] of [...more, ...names.map((name, n) => [name, typed[n] ?? ''] as const)])
          form.append(name, value);
        for (const read of [words, written, writtenEvent, writtenRsvp])
          expect(read(form)).toBeTypeOf('object');
      },
    ),
  );
});
