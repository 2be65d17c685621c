import { array, assert, asyncProperty, constantFrom, double, record, string } from 'fast-check';
import { expect, test } from 'vitest';
import { readPostcodes } from './reading.ts';

const read = (text: string) => readPostcodes(Buffer.from(text));
const codeOf = async (bytes: Buffer) => {
  try {
    await readPostcodes(bytes);
    return null;
  } catch (error) {
    return (error as { fields: { name: string; code: string }[] }).fields;
  }
};

test('a file of GeoNames is read, and places of one postcode are one in their middle', async () => {
  const text = [
    'GB\tSW1A 1AA\tWestminster\tEngland\tENG\t\t\t\t\t51.501\t-0.1416\t6',
    'GB\tsw1a1aa\t"Palace\tEngland\tENG\t\t\t\t\t51.503\t-0.1418\t6',
    'GB\tSW19\tWimbledon\tEngland\tENG\t\t\t\t\t\t\t',
  ].join('\r\n');
  const { rows, skippedCount } = await read(text);
  expect(rows).toMatchObject([{ code: 'SW1A1AA', country: 'GB' }]);
  expect(rows[0]?.latitude).toBeCloseTo(51.502, 6);
  expect(rows[0]?.longitude).toBeCloseTo(-0.1417, 6);
  expect(skippedCount).toBe(1);
});

test('a plain file is read by its headings, in whichever order and spelling', async () => {
  const row = { code: '94601', country: '', latitude: 37.78, longitude: -122.22 };
  expect((await read('postcode,lat,lon\n94601,37.78,-122.22\n')).rows).toEqual([row]);
  expect((await read('\ufeffLongitude;Latitude;ZIP code\n-122,22;37,78;"94601"\n')).rows).toEqual([row]);
  expect((await read('country,postal_code,lat,lng\nus,94601,37.78,-122.22\n')).rows).toEqual([
    { ...row, country: 'US' },
  ]);
});

test('what is no such file is refused with what to do', async () => {
  const refusals = {
    'site.postcodes-empty': '',
    'site.postcodes-zipped': 'PK\u0003\u0004',
    'site.postcodes-unreadable': 'postcode,lat\0,lon',
    'site.postcodes-columns': 'name,email\nAna,ana@example.org\n',
    'site.postcodes-nothing': 'postcode,lat,lon\n94601,north,west\n94602,91,0\n',
  };
  for (const [code, text] of Object.entries(refusals))
    expect(await codeOf(Buffer.from(text)), code).toEqual([expect.objectContaining({ name: 'file', code })]);
});

test('any postcodes that are written down are read again', async () => {
  const degrees = (most: number) =>
    double({ min: -most, max: most, noNaN: true }).map((one) => one.toFixed(5));
  const rows = array(
    record({
      code: string({
        unit: constantFrom('A', 'B', 'Z', '0', '1', '9', '-', ' ', ',', ';', '"'),
        minLength: 1,
        maxLength: 8,
      }).filter((code) => code.replaceAll(' ', '') !== ''),
      latitude: degrees(90),
      longitude: degrees(180),
    }),
    { minLength: 1, maxLength: 20 },
  );
  await assert(
    asyncProperty(rows, async (written) => {
      const lines = written.map(
        ({ code, latitude, longitude }) => `"${code.replaceAll('"', '""')}",${latitude},${longitude}`,
      );
      const found = await read(['postcode,lat,lon', ...lines].join('\n'));
      const codes = new Set(written.map(({ code }) => code.replaceAll(' ', '')));
      expect(new Set(found.rows.map(({ code }) => code))).toEqual(codes);
      expect(found.skippedCount).toBe(0);
    }),
  );
});

test('no bytes make it fail otherwise than by a refusal', async () => {
  await assert(
    asyncProperty(string({ unit: 'binary', maxLength: 200 }), async (text) => {
      for (const bytes of [Buffer.from(text), Buffer.from(`postcode,lat,lon\n${text}`)]) {
        const fields = await codeOf(bytes);
        if (fields) expect(fields[0]?.code).toMatch(/^site\.postcodes-/);
      }
    }),
  );
});
