import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anAccount } from '../accounts/fixtures.ts';
import { aSite } from '../testing.ts';
import { aCrew, aPerson } from './fixtures.ts';
import { askToImport } from './imports/fixtures.ts';
import { sealMailbox } from './own/mailboxes.ts';

test('a further email is proven once its owner comes by an account that has it, and their own page is found by it', async () => {
  const site = await aSite();
  const { group, organizer } = await aCrew(site);
  const email = 'further@example.org';
  const file = `name,email,email2\nAna,ana@example.org,${email}\n`;
  await askToImport(site, group, organizer, { file });
  await site.work();
  const found = async () => {
    const { body } = await site.as(null).get(`/own-mailboxes/${sealMailbox(site.house, email)}/records`);
    return body.rows.map(({ name }: { name: string }) => name);
  };
  expect(await found()).toEqual([]);
  // Whoever only types it proves nothing.
  await aPerson(site, group, { email });
  expect(await found()).toEqual([]);
  const account = await anAccount(site, { email });
  await aPerson(site, group, { email, accountId: account.id });
  expect(await found()).toEqual(['Ana']);
  const { rows } = await site.db.execute(sql`select value from contact_points where proven_at is not null`);
  expect(rows).toEqual([{ value: email }]);
});
