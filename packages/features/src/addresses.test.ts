import { typedText } from '@groundwork/words/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anAccount } from './accounts/fixtures.ts';
import { addressOf, asStored } from './addresses.ts';
import { aCampaign } from './campaigns/fixtures.ts';
import { anEvent } from './events/fixtures.ts';
import { aCrew } from './people/fixtures.ts';
import { aSite } from './testing.ts';

const ONE = 'josé@bücher.example';
/** The same mailbox, as it is typed, pasted and brought along. */
const WRITTEN = [
  ONE,
  'JOSÉ@BÜCHER.EXAMPLE',
  ' jose\u0301@bu\u0308cher.example ',
  'josé@xn--bcher-kva.example',
  'José Pérez <josé@Bücher.example>',
  'mailto:josé@bücher.example?subject=Hello',
  'ｊｏｓé＠bücher.example.',
  'josé\u200b@bü\u00adcher.example\ufeff',
  'josé @ bücher.example',
];

test.each(WRITTEN)('%j is one mailbox with all its other forms', (written) => {
  expect(addressOf(written)).toBe(ONE);
});

test.each([
  '',
  'ana',
  'ana@',
  '@example.org',
  'ana@example',
  'a na@example.org',
  'ana@1.2.3',
  'a@b@c.example',
])('%j is no address', (written) => {
  expect(addressOf(written)).toBeNull();
});

test('an address is one text in capitals, decomposed, in brackets and once it was kept', () => {
  fc.assert(
    fc.property(fc.oneof(fc.emailAddress(), address()), (email) => {
      const kept = addressOf(email);
      expect(kept).not.toBeNull();
      for (const form of [
        email.toUpperCase(),
        email.normalize('NFD'),
        `Ana <${email}>`,
        `mailto:${email}`,
        ` ${email}\u2060`,
      ])
        if (!email.includes('?')) expect(addressOf(form), form).toBe(kept);
      expect(addressOf(kept ?? '')).toBe(kept);
    }),
  );
});

test('a typed address hides nothing, or is none, and its stored form is stable', () => {
  fc.assert(
    fc.property(typedText(200), (typed) => {
      expect(addressOf(typed) ?? 'a@b.example').toMatch(
        /^[^\s\p{C}@<>(),;:"]+@[^\s\p{C}@<>(),;:"]+\.[^\s\p{C}@<>(),;:".]+$/u,
      );
      expect(asStored(asStored(typed))).toBe(asStored(typed));
    }),
  );
});

test('a person who signs, answers and comes is one, however the address is written', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  const campaign = await aCampaign(site, group, group.steward);
  const event = await anEvent(site, { group });
  for (const email of WRITTEN) {
    const typed = { name: 'José', email };
    const signed = await site.as(null).post(`${campaign.path}/signatures`, { ...typed, updates: false });
    expect(signed.status, email).toBe(202);
    expect(
      (await site.as(null).post(`/events/${event.slug}/rsvps`, { ...typed, answer: 'going' })).status,
    ).toBe(201);
    expect((await site.as(organizer).post(`/events/${event.slug}/walk-ins`, typed)).status).toBe(204);
  }
  const { rows } = (await site.as(organizer).get(path)).body;
  expect(rows.map(({ email }: { email: string }) => email)).toEqual([ONE]);
  for (const written of WRITTEN.slice(0, 4)) {
    const found = await site.as(organizer).get(`${path}?search=${encodeURIComponent(written)}`);
    expect.soft(found.body.rows, written).toHaveLength(1);
  }
});

test('an account signs in, is reset and is granted by its address in any form', async () => {
  const site = await aSite();
  const { password } = await anAccount(site, { email: ONE });
  const steward = await anAccount(site, { isSiteSteward: true });
  for (const email of WRITTEN.slice(1, 5)) {
    expect((await site.as(null).post('/session', { email, password })).status, email).toBe(204);
    expect((await site.as(null).post('/password-resets', { email })).status).toBe(202);
    expect((await site.as(steward).put('/site/allowances', { to: email, times: 2 })).status).toBe(204);
  }
  await site.work();
  const mails = (await site.mails()).filter(({ toAddress }) => toAddress === ONE);
  expect(mails.length).toBeGreaterThan(0);
  const found = await site.as(steward).post('/site/outbox/searches', { address: WRITTEN[4] });
  expect(found.body.rows).toHaveLength(mails.length);
});

function address() {
  const local = fc.constantFrom('josé', 'أحمد', '王小明', 'a.b', "o'brien", 'İlknur', 'ŁUKASZ');
  const domain = fc.constantFrom('bücher.example', 'xn--bcher-kva.example', '中国.example', 'مثال.example');
  return fc.tuple(local, domain).map((parts) => parts.join('@'));
}
