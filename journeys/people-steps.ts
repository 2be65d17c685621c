import { newId } from '@groundwork/database';
import { say, type Language } from '@groundwork/words';
import { locales } from '@groundwork/words/languages';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { RunningSite } from './site.ts';
import { fill, press } from './steps.ts';

/** Who came twice and did not sign, in the coalition of `cameTwice`. */
export const CAME = ['Ada Diaz', 'Bo Chen', 'Cy Moss'];
/** Who came once. */
export const ONCE = 'Di Once';
const GROUP = '/groups/eastside-tenants-union';

export const peopleOf = (site: RunningSite) => `${site.url}${GROUP}/people`;
export const groupOf = (site: RunningSite) => `${site.url}${GROUP}`;

/** The names in a list of people, in the order of letters. */
export async function namesOn(page: Page): Promise<string[]> {
  return (await page.locator('main tbody th a').allTextContents()).sort();
}

/** Adds a sentence to those above the list, by its forms. */
export async function addLine(
  page: Page,
  { how, is, ...fields }: Record<'how' | 'is', string> & Record<string, string>,
  language: Language = 'en',
): Promise<void> {
  await page.locator('main summary', { hasText: say(language, 'segments.add') }).click();
  await fill(page, { how, is });
  await press(page, say(language, 'segments.add.next'));
  await fill(page, fields);
  await press(page, say(language, 'segments.add.do'));
}

/** Asks for a deed over all who are found: its page says over how many. */
export async function ask(
  page: Page,
  { kind, count }: { kind: 'tag' | 'list' | 'fill' | 'hand' | 'export'; count: number },
  language: Language = 'en',
): Promise<void> {
  await page.getByLabel(say(language, 'finding.whom.all')).check();
  await press(page, say(language, `finding.deed.${kind}`));
  expect(await page.textContent('main')).toContain(say(language, 'finding.deed.count', { count }));
}

/** Looks again until the worker is done. */
export async function done(page: Page, sentence: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.goto(page.url().replace(/\?.*/, ''));
        return page.textContent('main');
      },
      { timeout: 20_000 },
    )
    .toContain(sentence);
}

/** How a number is written in a language. */
export function shown(language: Language, count: number): string {
  return new Intl.NumberFormat(locales[language]).format(count);
}

/** Three who came twice, and one who came once: at two gatherings that are over. */
export async function cameTwice({ database: { pool } }: RunningSite): Promise<void> {
  const { rows } = await pool.query<{ id: string }>('select id from groups where slug = $1', [
    GROUP.split('/').at(-1),
  ]);
  const groupId = rows[0]?.id;
  const events = [newId(), newId()];
  for (const [index, eventId] of events.entries())
    await pool.query(
      `insert into events (id, group_id, slug, title, state, held, starts_at, ends_at, reminds_at, time_zone)
       values ($1, $2, $3, $3, 'closed', 'online', now() - interval '2 days', now() - interval '1 day', now(), 'UTC')`,
      [eventId, groupId, `meeting-${index}`],
    );
  for (const [index, name] of [...CAME, ONCE].entries()) {
    const personId = newId();
    await pool.query(
      `insert into people (id, group_id, email, phone, name, language, source)
       values ($1, $2, $3, $4, $5, 'en', 'door')`,
      [personId, groupId, `p${index}@example.org`, `+1510555010${index}`, name],
    );
    for (const eventId of name === ONCE ? events.slice(1) : events)
      await pool.query(
        "insert into attendances (id, event_id, group_id, person_id, state, at) values ($1, $2, $3, $4, 'attended', now())",
        [newId(), eventId, groupId, personId],
      );
  }
}
