import { aNameServer, type Zone } from '@groundwork/mail/testing/name-server';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { domainOfGroup } from '../groups/domains/fixtures.ts';
import { mailings } from '../mailings/tables.ts';
import { aPerson } from '../people/fixtures.ts';
import { aWriter } from './fixtures.ts';

test('the check of a mailing says from which address it goes out, and it is looked at before it begins', async () => {
  const { site, group, steward, asOrganizer, begin, send } = await aWriter();
  const zone: Zone = {};
  site.house.settings.dnsServers = [await aNameServer(zone)];
  const own = domainOfGroup(site, { ...group, steward });
  await aPerson(site, group, { isSubscribed: true, email: 'ana@example.org' });
  const mailing = await begin();
  const row = async () => {
    const { rows } = (await asOrganizer.get(`${mailing}/checks`)).body;
    return rows.find(({ code }: { code: string }) => code.startsWith('own-sender'));
  };
  expect(await row()).toBeUndefined();
  const { name } = await own.prove(zone);
  expect(await row()).toMatchObject({
    code: 'own-sender',
    weight: 'good',
    params: { address: 'hello@eastside.example' },
  });
  expect((await asOrganizer.get(mailing)).body.from.address).toBe('hello@eastside.example');
  expect((await asOrganizer.get(`${mailing}/preview?language=en`)).body.from).toContain(
    '<hello@eastside.example>',
  );
  delete zone[name];
  expect((await send(mailing)).status).toBe(204);
  await own.wait(2);
  await site.db.update(mailings).set({ dueAt: sql`now() + interval '1 hour'` });
  await site.sweep('mailings.look-at-senders');
  expect(await row()).toMatchObject({ code: 'own-sender', weight: 'good' });
  await site.db.update(mailings).set({ dueAt: sql`now() + interval '9 minutes'` });
  await site.sweep('mailings.look-at-senders');
  expect(await row()).toMatchObject({ code: 'own-sender-missed', weight: 'look' });
  await own.wait(1);
  await site.sweep('groups.look-at-domains');
  expect(await row()).toMatchObject({ code: 'own-sender-lost', weight: 'look' });
  expect((await asOrganizer.get(mailing)).body.from.address).not.toContain('eastside');
});
