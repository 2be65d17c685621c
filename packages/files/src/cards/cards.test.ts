import sharp from 'sharp';
import { expect, test } from 'vitest';
import { drawCardAside, type Card } from './cards.ts';
import { isDrawn, signsDrawn } from './coverage.ts';

const plain: Card = {
  ...{ ground: '#b3301a', ink: '#ffffff', title: 'Save the library', line: '1,240 signed' },
  ...{ group: 'Riverside', site: 'Valley Coalition' },
};
const signs = signsDrawn(new URL('./fonts/', import.meta.url));

test.each(['Keep it & <open>', '¡Łódź, la señal! “Ελ”'.slice(0, 17), 'أنقذوا مكتبة الحي: ١٢٣'])(
  'the fonts of cards have every sign of %s',
  (text) => expect(isDrawn(text, signs)).toBe(true),
);

test.each(['拯救图书馆', 'Save 🌳'])('%s would be boxes, so it is left out', async (title) => {
  expect(isDrawn(title, signs)).toBe(false);
  expect(await drawCardAside({ ...plain, title })).toEqual(await drawCardAside({ ...plain, title: '' }));
});

test('a card is 1200 by 630, in its ground, with its title from the side that it is read from', async () => {
  const sides = async (title: string) => {
    const card = sharp(await drawCardAside({ ...plain, title, line: '', group: '', site: '' }));
    expect(await card.metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
    const { info } = await card.trim().toBuffer({ resolveWithObject: true });
    return [-(info.trimOffsetLeft ?? 0), 1200 + (info.trimOffsetLeft ?? 0) - info.width];
  };
  const [left = 0, right = 0] = await sides('Library');
  expect(left).toBeLessThan(right);
  const [arabicLeft = 0, arabicRight = 0] = await sides('مكتبة');
  expect(arabicRight).toBeLessThan(arabicLeft);
});

test('a typed title is drawn as text and stays on the card', async () => {
  const { group, site } = plain;
  for (const title of ['W'.repeat(120), '<b>&amp;</b>', '\u0000', '%s', '👩‍👩‍👧'.repeat(20)])
    await drawCardAside({ ...plain, title, line: title, group: group + title, site: site + title });
});

test('a card that a thousand ask for at once is drawn once', async () => {
  const drawn = await Promise.all(
    Array.from({ length: 1000 }, () => drawCardAside({ ...plain, title: 'Once' })),
  );
  expect(new Set(drawn).size).toBe(1);
});
