import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aCampaign, aSponsor } from '../campaigns/fixtures.ts';
import { anEvent, anEventSponsor } from '../events/fixtures.ts';
import { events } from '../events/tables.ts';
import { aGroup } from '../groups/fixtures.ts';
import { promiseNext, sendMailings } from '../mailings/fixtures.ts';
import { aMailbox } from '../outbox/fixtures.ts';
import { aPerson } from '../people/fixtures.ts';
import { aWriter } from './fixtures.ts';

const yes = { isSubscribed: true };

async function aLetter(body: string, asked: object = {}) {
  const writer = await aWriter();
  const mailing = await writer.begin({ body, ...asked });
  const preview = async (language = 'en') =>
    (await writer.asOrganizer.get(`${mailing}/preview?language=${language}`)).body;
  const codes = async () =>
    (await writer.asOrganizer.get(`${mailing}/checks`)).body.rows
      .filter(({ weight }: { weight: string }) => weight === 'stop')
      .map(({ code }: { code: string }) => code);
  const write = (text: object, language = 'en', version = 1) =>
    writer.asOrganizer.put(`${mailing}/texts/${language}`, {
      ...{ subject: 'Two days', preheader: '', body: '', version },
      ...text,
    });
  /** What each of its receivers gets. */
  const deliver = async () => {
    const mailbox = await aMailbox();
    expect((await writer.send(mailing)).body).toBe('');
    await writer.asOrganizer.delete(`${mailing}/wait`);
    await promiseNext(writer.site, mailing.split('/').at(-1) ?? '');
    await sendMailings(writer.site, mailbox);
    return new Map(mailbox.mails().map((mail) => [mail.to[0], mail]));
  };
  return { ...writer, mailing, preview, codes, write, deliver };
}

test('each reads it in their language, by their name, with their own way out', async () => {
  const { site, group, write, deliver } = await aLetter('Dear {{first name|friend}},\n\n**Come.**', {
    subject: '{{first name}}, two days',
  });
  await write({ subject: 'Dos días', body: 'Hola {{nombre|compa}}, **ven**.' }, 'es', 0);
  await aPerson(site, group, { ...yes, email: 'ruth@example.org', name: 'Ruth Vega' });
  await aPerson(site, group, { ...yes, email: 'luz@example.org', name: 'Luz Mar', language: 'es' });
  await aPerson(site, group, { ...yes, email: 'amal@example.org', name: 'Amal', language: 'ar' });
  const mails = await deliver();
  const [ruth, luz, amal] = ['ruth', 'luz', 'amal'].map((name) => mails.get(`${name}@example.org`));
  expect(ruth?.subject).toBe('Ruth, two days');
  expect(ruth?.text).toContain('Dear Ruth,');
  expect(ruth?.html).toMatch(/<strong[^>]*>Come\.<\/strong>/);
  expect([luz?.subject, luz?.text]).toEqual(['Dos días', expect.stringContaining('Hola Luz, ')]);
  // Nothing is written in theirs: the words are those of the first text, what frames them is their own.
  expect(amal?.text).toContain('Dear Amal,');
  expect(amal?.html).toContain('dir="rtl"');
  const ways = [ruth, luz, amal].map((mail) => /unsubscribe\/([\w-]+)/.exec(mail?.text ?? '')?.[1]);
  expect(new Set(ways).size).toBe(3);
  expect(ruth?.headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
});

test('an event and a petition stand in it as they are, and what readers may not see does not', async () => {
  const { site, group, organizer, write, preview, codes } = await aLetter('Hello.');
  const event = await anEvent(site, { group, title: 'Fill the chamber' });
  const campaign = await aCampaign(site, group, organizer);
  const other = await aGroup(site, { visibility: 'private' });
  const hidden = await anEvent(site, { group: other });
  const body = `Come.\n\n{{event ${event.slug}}}\n\n{{petition ${campaign.slug}}}`;
  expect((await write({ body })).status).toBe(204);
  expect(await codes()).toEqual([]);
  const { text, html } = await preview();
  expect(text).toContain('Fill the chamber');
  expect(html).toContain(`/events/${event.slug}`);
  expect(html).toContain(`/campaigns/${campaign.slug}`);
  await write({ body: `${body}\n\n{{event ${hidden.slug}}}` }, 'en', 2);
  expect(await codes()).toEqual(['no-event']);
  await write({ body }, 'en', 3);
  await site.db.update(events).set({ state: 'cancelled' }).where(eq(events.id, event.id));
  expect(await codes()).toEqual(['no-event']);
});

test('to what its group carries with another a letter leads by the group’s own link, and by no other', async () => {
  const { site, group, write, preview, codes } = await aLetter('Hello.');
  const home = await aGroup(site, { name: 'Riders' });
  const made = await aCampaign(site, home, home.steward);
  const event = await anEvent(site, { group: home, title: 'Street party' });
  const body = `Come.\n\n{{event ${event.slug}}}\n\n{{petition ${made.slug}}}`;
  await write({ body });
  expect((await preview()).html).not.toContain('via=');
  const signed = await aSponsor(site, made, { by: home.steward, group });
  const came = await anEventSponsor(site, event, { by: home.steward, group });
  await write({ body }, 'en', 2);
  expect(await codes()).toEqual([]);
  const { html, text } = await preview();
  for (const shown of [html, text]) {
    expect(shown).toContain(`/events/${event.slug}?via=${came.code}`);
    expect(shown).toContain(`/campaigns/${made.slug}?via=${signed.code}`);
  }
});

test('what nobody understands stands in the way, with the word', async () => {
  const { asOrganizer, mailing, write, codes } = await aLetter('Dear {{frist name}},');
  expect(await codes()).toEqual(['merge-unknown']);
  expect((await asOrganizer.get(`${mailing}/checks`)).body.rows[0].params).toEqual({
    word: '{{frist name}}',
  });
  await write({ body: 'Dear {{first name}}, {{button Go → /events}}' });
  expect(await codes()).toEqual(['block-inside']);
  await write({ subject: '{{event x}}', body: 'Dear {{first name}},' }, 'en', 2);
  expect(await codes()).toEqual(['block-inside']);
});

test('a letter that mail programs would cut off is refused, and one that no page can hold is not kept', async () => {
  const { site, group, write, codes, send, mailing } = await aLetter('Hello.');
  await aPerson(site, group, yes);
  expect((await write({ body: '- a\n'.repeat(4900) })).status).toBe(204);
  expect(await codes()).toEqual(['size-refused']);
  expect((await send(mailing)).body.code).toBe('compositions.faults');
  const { status, body } = await write({ body: '<https://a.example>\n\n'.repeat(600) }, 'en', 2);
  expect([status, body.fields]).toMatchObject([422, [{ name: 'body', code: 'markdown.links' }]]);
});
