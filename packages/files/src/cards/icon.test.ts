import sharp from 'sharp';
import { expect, test } from 'vitest';
import { drawIconAside, type Icon } from './cards.ts';

const plain: Icon = {
  ...{ ground: '#b3301a', ink: '#ffffff', name: 'Valley Coalition', size: 192, isMaskable: false },
};

test('an icon is as large as it is asked for, in its ground, with round corners unless others cut it', async () => {
  for (const [size, isMaskable, corner] of [
    [192, false, 0],
    [512, false, 0],
    [512, true, 255],
  ] as const) {
    const icon = sharp(await drawIconAside({ ...plain, size, isMaskable }));
    expect(await icon.metadata()).toMatchObject({ format: 'png', width: size, height: size });
    const pixels = await icon.ensureAlpha().raw().toBuffer();
    expect(pixels.at(3), String(size)).toBe(corner);
    const edge = (size / 2) * 4;
    expect([...pixels.subarray(edge, edge + 3)]).toEqual([0xb3, 0x30, 0x1a]);
  }
});

test('it shows the first letter of the name, whichever case it has, and inside what is left of a mask', async () => {
  const upper = await drawIconAside({ ...plain, name: ' valley' });
  expect(upper).toEqual(await drawIconAside(plain));
  expect(upper).not.toEqual(await drawIconAside({ ...plain, name: 'Eastside' }));
  for (const name of ['Valley', 'Wake', 'تحالف', '7th Street']) {
    const { left, right, top, bottom } = await inkOf({ ...plain, name, size: 512, isMaskable: true });
    const far = Math.max(...[left, right, top, bottom].map((at) => Math.abs(at - 256)));
    expect(far, name).toBeGreaterThan(60);
    // A circle of 80 % is what every mask leaves (W3C, Web App Manifest, "Icon masks").
    expect(Math.hypot(Math.max(256 - left, right - 256), Math.max(256 - top, bottom - 256))).toBeLessThan(
      205,
    );
  }
});

test.each(['拯救图书馆', '🌳 Trees', '<&>'])(
  '%s has no letter that can be drawn, so it is the bars',
  async (name) => {
    expect(await drawIconAside({ ...plain, name })).toEqual(await drawIconAside({ ...plain, name: '🌳' }));
  },
);

/** Where the ink of an icon begins and ends. */
async function inkOf(icon: Icon) {
  const pixels = await sharp(await drawIconAside(icon))
    .removeAlpha()
    .raw()
    .toBuffer();
  const at: [number, number][] = [];
  for (let index = 0; index < pixels.length; index += 3)
    if ((pixels[index + 1] ?? 0) > 200) at.push([(index / 3) % icon.size, Math.floor(index / 3 / icon.size)]);
  const [xs, ys] = [at.map(([x]) => x).sort(ascending), at.map(([, y]) => y).sort(ascending)];
  return { left: xs[0] ?? 0, right: xs.at(-1) ?? 0, top: ys[0] ?? 0, bottom: ys.at(-1) ?? 0 };
}

const ascending = (one: number, other: number) => one - other;
