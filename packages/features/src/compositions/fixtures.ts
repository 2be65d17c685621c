import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { mailings } from '../mailings/tables.ts';
import { aCrew } from '../people/fixtures.ts';
import { aSite } from '../testing.ts';

/** A group with an organizer at its mailings, and what is done there again and again. */
export async function aWriter(options: Parameters<typeof aCrew>[1] = {}) {
  const site = await aSite();
  const crew = await aCrew(site, options);
  const path = `/groups/${crew.group.slug}`;
  const organizer = site.as(crew.organizer);
  const begin = async (body: object = {}, who = organizer): Promise<string> => {
    const written = { lines: 'only:mailable', language: 'en', subject: 'Two days', body: 'Be in the room.' };
    const made = await who.post(`${path}/mailings`, { ...written, ...body });
    expect(made.status).toBe(201);
    return `${path}/mailings/${made.body.id}`;
  };
  const send = (mailing: string, asked: object = {}) =>
    organizer.put(`${mailing}/sending`, { when: 'now', count: 100, ...asked });
  /** The ten minutes, or the days until its moment, are over. */
  const wait = async () => {
    await site.db.update(mailings).set({ dueAt: sql`now()` });
    await site.work();
  };
  const mailed = async () =>
    (await site.mails())
      .filter(({ tells }) => tells === 'compositions.letter')
      .map(({ toAddress }) => toAddress);
  return {
    site,
    ...crew,
    path,
    asOrganizer: organizer,
    asSteward: site.as(crew.steward),
    begin,
    send,
    wait,
    mailed,
  };
}
