import { typedText } from '@groundwork/words/testing';
import { sql } from 'drizzle-orm';
import { array, assert, asyncProperty, constantFrom, property, tuple, uint8Array } from 'fast-check';
import { expect, test } from 'vitest';
import { safeNextPath } from './accounts/openings/next-path.ts';
import { shownAs } from './campaigns/signatures/shown-name.ts';
import { Invalid, Refusal } from './errors.ts';
import { eventCalendar } from './events/calendar.ts';
import { readPeriod } from './events/when.ts';
import { instantOf, localOf } from './site/local-times.ts';
import { channelName } from './messaging/names.ts';
import { keyset, pageOf } from './keyset.ts';
import { cleanHeader, guessColumns } from './people/imports/columns.ts';
import { rowReader } from './people/imports/rows.ts';
import { guessSpelling, readFirstRows, Unreadable } from './people/imports/spreadsheet.ts';
import { aGroup } from './groups/fixtures.ts';
import { renderMarkdown, TooMuch } from './site/markdown.ts';
import { slugsFor } from './site/new-slugs.ts';
import { isTimeZone } from './site/time-zones.ts';
import { openSealedId, sealedId } from './site/tokens.ts';
import { aSite } from './testing.ts';

/** Who throws anything else than a refusal with a name breaks a page, or a job that is tried for ever. */
function unless<T>(refusal: new (...args: never[]) => Error, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    expect(error).toBeInstanceOf(refusal);
    return undefined;
  }
}

test('no Markdown becomes a script, a handler, or a picture of another server', () => {
  assert(
    property(typedText(), (text) => {
      const html = unless(TooMuch, () => renderMarkdown(text)) ?? '';
      expect(html).not.toMatch(
        /<(?!\/?(p|br|hr|h[2-6]|[uo]l|li|blockquote|pre|code|em|strong|s|a|img|table|t[rhd]|thead|tbody)\b)/,
      );
      expect(html).not.toMatch(
        /<[^>]*\s(on\w+|style|src|srcset|class|id)=|href="(?!https?:|mailto:|tel:|[/#?]|[^:"]*")/i,
      );
    }),
  );
});

const byNameAndId = keyset('asc', { of: sql`name`, type: 'text' }, { of: sql`id`, type: 'uuid' });

test('every cursor is one that a page gave, or malformed', () => {
  assert(
    property(typedText(400), (typed) => {
      const read = unless(Refusal, () => byNameAndId.read(typed));
      expect(read ?? []).toSatisfy((values: unknown[]) => values.every((value) => typeof value === 'string'));
      const { next } = pageOf([{ cursor: [typed, 'id'] }, { cursor: [] }], 1);
      expect(byNameAndId.read(next ?? '')).toEqual([typed, 'id']);
    }),
  );
});

test('every title, of whatever script, has an address with plain letters in it, and every channel a name', () => {
  assert(
    property(typedText(400), (typed) => {
      for (const slug of (['campaign', 'group'] as const).flatMap((noun) =>
        [true, false].flatMap((isPublic) => slugsFor(typed, { isPublic, noun })),
      ))
        expect(slug).toMatch(/^(?=.{1,80}$)(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(channelName(typed)).toMatch(/^([\p{L}\p{M}\p{N}]+(-[\p{L}\p{M}\p{N}]+)*)?$/u);
    }),
  );
});

test('a name is shown by no more than its first word and an initial', () => {
  assert(
    property(typedText(200), (name) => {
      expect(shownAs({ name, shownName: null }).split(/\s+/u).length).toBeLessThanOrEqual(2);
    }),
  );
});

test('any row of a list is a person or says why it is none', () => {
  const cells = array(typedText(2000), { maxLength: 7 });
  assert(
    property(cells, cells, (headers, row) => {
      const guessed = guessColumns(headers, [row]);
      const columns = (['email', 'name', 'tags', 'phone', 'language'] as const).concat(
        guessed.slice(5) as [],
      );
      expect(headers.map(cleanHeader).every((header) => header.length <= 200)).toBe(true);
      const read = rowReader({ columns, headers, language: 'en', country: null })(row);
      if ('refusal' in read) expect(read.refusal.code).toMatch(/^(field|people)\./);
      else expect(read.person.email ?? 'a@b').toMatch(/^[^\s@\p{Cf}]{1,252}@[^\s@\p{Cf}]{1,252}$/u);
    }),
  );
});

test('any file is rows of text, or unreadable', async () => {
  const bytes = tuple(typedText(), uint8Array({ maxLength: 40 })).map(([text, more]) =>
    Buffer.concat([Buffer.from(text), more]),
  );
  await assert(
    asyncProperty(bytes, constantFrom('en', 'ar'), async (file, language) => {
      const spelling = unless(Unreadable, () => guessSpelling(file, language));
      if (!spelling) return;
      const rows = await readFirstRows(file, spelling, 5).catch((error: unknown) => error);
      if (!Array.isArray(rows)) expect(rows).toBeInstanceOf(Unreadable);
    }),
  );
});

test('a cell written as CSV is read as it was', async () => {
  const cell = typedText(200).map((text) =>
    text
      .toWellFormed()
      .replaceAll(/[\0\r]/g, '')
      // What is around a cell is taken off it, quotes too.
      .replaceAll(/^["\s]+|["\s]+$/g, ''),
  );
  await assert(
    asyncProperty(
      array(array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
      async (rows) => {
        const csv = rows
          .map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(','))
          .join('\n');
        const read = await readFirstRows(Buffer.from(csv), { encoding: 'utf-8', delimiter: ',' }, 4);
        expect(read.map(({ cells }) => cells)).toEqual(
          rows.filter((cells) => cells.some((text) => text !== '')),
        );
      },
    ),
  );
});

test('a time is an instant whose clocks show it, or none', () => {
  assert(
    property(
      typedText(20),
      constantFrom('Europe/Madrid', 'Pacific/Apia', 'Asia/Kathmandu'),
      (local, timeZone) => {
        const instant = instantOf(local, timeZone);
        if (instant) expect(localOf(instant, timeZone)).toBe(local);
        unless(Invalid, () => readPeriod({ starts: local, ends: '2026-12-05T10:00', timeZone }));
      },
    ),
  );
});

test('a seal opens what it was put on, and nothing else', () => {
  const id = '01890a5d-ac96-774b-bcce-b302099a8057';
  const sealed = sealedId('secret', 'own-record', id);
  assert(
    property(typedText(100), (typed) => {
      expect(openSealedId('secret', 'own-record', typed)).toBeNull();
      expect(openSealedId('secret', typed, sealed)).toBeNull();
      expect(openSealedId('secret', 'own-record', sealed)).toBe(id);
    }),
  );
});

test('a way on leads nowhere but to this site, and a zone is one that clocks know', () => {
  assert(
    property(typedText(100), (typed) => {
      expect(new URL(safeNextPath(typed), 'https://this.site').origin).toBe('https://this.site');
      if (isTimeZone(typed)) expect(new Date(0).toLocaleString('en', { timeZone: typed })).toContain('19');
    }),
  );
});

test('a calendar file holds a title as text alone, on lines that every calendar reads', async () => {
  const { house } = await aSite();
  const at = new Date('2026-12-05T10:00:00Z');
  const event = {
    ...{
      id: 'e',
      slug: 'e',
      sequence: 0,
      state: 'published',
      timeZone: 'Europe/Madrid',
      groupName: 'G',
      held: 'hybrid',
    },
    ...{ startsAt: at, endsAt: at, changedAt: at, addressVisibility: 'public', onlineUrl: null },
  } as const;
  assert(
    property(typedText(300), typedText(300), (title, summary) => {
      const entered = { ...event, title, summary, placeName: title, address: summary };
      const lines = eventCalendar(house, entered as never, { language: 'en', isComing: false }).split('\r\n');
      expect(lines.join('')).not.toMatch(/[\p{Cc}--\t]/v);
      expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
      expect(lines.filter((line) => /^[A-Z]/.test(line)).map((line) => line.split(/[:;]/, 1)[0])).toEqual(
        expect.not.arrayContaining(['ATTENDEE', 'ATTACH', 'ALARM']),
      );
      expect(lines.filter((line) => line.startsWith('BEGIN:VEVENT'))).toHaveLength(1);
    }),
  );
});

test('no search for people fails, whatever is typed', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  for (const typed of ['\u064e', '\u0301', "'", '\\', ":*&|!()<->'", '@', '﷽', "o'\u0301", '\ud800x'])
    expect(
      (
        await site
          .as(group.steward)
          .get(`/groups/${group.slug}/people?search=${encodeURIComponent(typed.toWellFormed())}`)
      ).status,
      typed,
    ).toBe(200);
});
