import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aGroup } from '../groups/fixtures.ts';
import { groups } from '../groups/tables.ts';
import { aSite } from '../testing.ts';
import { anEvent, anRsvp, eventInput, tokenFor } from './fixtures.ts';
import { events } from './tables.ts';

const secret = {
  address: '12 Linden Street, flat 4',
  addressVisibility: 'after_rsvp',
  held: 'both',
  onlineUrl: 'https://meet.example.org/x',
} as const;

test('an address and a link for those who come are in no public answer', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const { slug } = await anEvent(site, { group, ...secret });
  const paths = [
    `/events/${slug}`,
    `/events/${slug}.ics`,
    '/events',
    `/groups/${group.slug}/events`,
    `/groups/${group.slug}/events.ics`,
  ];
  for (const path of paths) {
    const answer = JSON.stringify((await site.as(null).get(path)).body);
    expect([path, answer.includes('12 Linden') || answer.includes('meet.example')]).toEqual([path, false]);
  }
  // Feeds and files are passed on, so they say no more to an organizer.
  for (const path of paths.filter((one) => one.endsWith('.ics')))
    expect((await site.as(group.steward).get(path)).body).not.toContain('12 Linden');
  expect((await site.as(null).get(`/events/${slug}`)).body).toMatchObject({
    address: null,
    addressHidden: true,
    onlineUrl: null,
    onlineUrlHidden: true,
  });
  expect((await site.as(group.steward).get(`/events/${slug}`)).body).toMatchObject({
    address: secret.address,
    onlineUrl: secret.onlineUrl,
  });
});

test('a person who comes gets the place and link: by mail, behind their link, in their calendar', async () => {
  const site = await aSite();
  const event = await anEvent(site, secret);
  const { email } = await anRsvp(site, event);
  const [, mail] = await site.mails();
  expect(mail?.letter?.paragraphs.join('\n')).toContain(secret.address);
  expect(mail?.letter?.paragraphs.join('\n')).toContain(secret.onlineUrl);
  const token = await tokenFor(site, email);
  expect((await site.as(null).get(`/rsvps/${token}`)).body.event).toMatchObject({
    address: secret.address,
    onlineUrl: secret.onlineUrl,
  });
  expect((await site.as(null).get(`/rsvps/${token}/calendar`)).body).toContain('12 Linden Street');

  await site.as(null).delete(`/rsvps/${token}`);
  expect((await site.as(null).get(`/rsvps/${token}`)).body.event).toMatchObject({
    address: null,
    onlineUrl: null,
  });
  expect((await site.as(null).get(`/rsvps/${token}/calendar`)).body).not.toContain('12 Linden');
});

test('a person on the waitlist does not get the address yet', async () => {
  const site = await aSite();
  const event = await anEvent(site, { ...secret, capacity: 1 });
  await anRsvp(site, event);
  const waiting = await anRsvp(site, event);
  const mail = (await site.mails()).findLast(({ toAddress }) => toAddress === waiting.email);
  expect(mail?.subject).toContain('waitlist');
  expect(JSON.stringify(mail?.letter)).not.toContain('12 Linden');
  expect(mail?.letter?.attachments).toBeUndefined();
  const token = await tokenFor(site, waiting.email);
  expect((await site.as(null).get(`/rsvps/${token}`)).body).toMatchObject({
    state: 'waitlisted',
    event: { address: null },
  });
});

test('a calendar file keeps its UID, counts its changes and is cancelled at the end', async () => {
  const site = await aSite();
  const event = await anEvent(site);
  const steward = site.as(event.group.steward);
  const file = async () => unfolded((await site.as(null).get(`/events/${event.slug}.ics`)).body);
  const first = await file();
  expect(first).toMatchObject({
    METHOD: 'PUBLISH',
    SEQUENCE: '0',
    STATUS: 'CONFIRMED',
    SUMMARY: event.title,
  });
  expect(first.DTSTART).toMatch(/^\d{8}T\d{6}Z$/);
  expect(first.DESCRIPTION).toContain('Madrid time');

  await steward.put(`/events/${event.slug}`, eventInput({ inHours: 96 }));
  await steward.put(`/events/${event.slug}/cancellation`, { reason: 'rain' });
  expect(await file()).toMatchObject({
    METHOD: 'CANCEL',
    SEQUENCE: '2',
    STATUS: 'CANCELLED',
    UID: first.UID,
  });
});

test("a group's feed holds its events, and strikes the cancelled", async () => {
  const site = await aSite();
  const group = await aGroup(site);
  await anEvent(site, { group, title: 'Assembly' });
  const off = await anEvent(site, { group, title: 'Picnic' });
  await site.as(group.steward).put(`/events/${off.slug}/cancellation`, { reason: 'rain' });
  const { body, headers } = await site.as(null).get(`/groups/${group.slug}/events.ics`);
  expect(headers['content-type']).toContain('text/calendar');
  expect(body.match(/STATUS:\w+/g).sort()).toEqual(['STATUS:CANCELLED', 'STATUS:CONFIRMED']);
  expect(body).not.toContain('METHOD');
});

test('no control character of a text that was pasted from slides is in a calendar', async () => {
  const site = await aSite();
  const group = await aGroup(site, { name: 'Valley\u0008 tenants' });
  // Kept before the api left them out.
  const slides = {
    title: 'Save\u000bthe \u0007library',
    summary: 'One\u0007\u001b\r\ntwo',
    placeName: 'Hall\u000b2',
  };
  const event = await anEvent(site, { group, ...slides });
  for (const path of [`/events/${event.slug}.ics`, `/groups/${group.slug}/events.ics`]) {
    const { body } = await site.as(null).get(path);
    expect(body).not.toMatch(/[^\P{Cc}\r\n\t]/u);
    expect(unfolded(body)).toMatchObject({ SUMMARY: 'Save the library' });
    expect(unfolded(body).DESCRIPTION).toMatch(/^One\\ntwo\\n/);
    expect(unfolded(body).LOCATION).toContain('Hall 2');
  }
});

test('whatever an event or its group is called, each calendar is whole, and holds each event once', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const event = await anEvent(site, { group });
  await anEvent(site, { group });
  const said = fc
    .array(
      fc.constantFrom(
        'END:VCALENDAR',
        'BEGIN:VEVENT',
        'END:VEVENT',
        '\n',
        ' ',
        ',',
        ';',
        '\\',
        'Picnic',
        'é'.repeat(60),
      ),
      {
        minLength: 1,
        maxLength: 6,
      },
    )
    .map((parts) => parts.join(''));
  await fc.assert(
    fc.asyncProperty(said, said, said, async (title, summary, name) => {
      await site.db
        .update(events)
        .set({ title: `The ${title}`.slice(0, 120), summary: summary.slice(0, 200) })
        .where(eq(events.id, event.id));
      await site.db
        .update(groups)
        .set({ name: `Our ${name}`.slice(0, 80) })
        .where(eq(groups.id, group.id));
      for (const [path, count] of [
        [`/events/${event.slug}.ics`, 1],
        [`/groups/${group.slug}/events.ics`, 2],
      ] as const) {
        const lines: string[] = (await site.as(null).get(path)).body.trimEnd().split('\r\n');
        const countOf = (line: string) => lines.filter((one) => one === line).length;
        expect([lines[0], lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR']);
        expect(['BEGIN:VCALENDAR', 'END:VCALENDAR'].map(countOf)).toEqual([1, 1]);
        expect(['BEGIN:VEVENT', 'END:VEVENT'].map(countOf)).toEqual([count, count]);
        expect(lines.filter((line) => line.startsWith('SUMMARY:'))).toHaveLength(count);
      }
    }),
    {
      numRuns: 12,
      examples: [
        ['END:VCALENDAR', 'x', 'y'],
        ['x', 'END:VCALENDAR', 'END:VCALENDAR'],
      ],
    },
  );
});

/** The lines of a calendar by name (RFC 5545, 3.1: a line that begins with a space goes on the one before). */
function unfolded(file: string): Record<string, string> {
  const lines = file.replaceAll('\r\n ', '').split('\r\n');
  return Object.fromEntries(
    lines.map((line) => [line.split(/[:;]/)[0] ?? '', line.slice(line.indexOf(':') + 1)]),
  );
}
