import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aCrew, aPerson } from '../../people/fixtures.ts';
import { aSite } from '../../testing.ts';
import { aPublishedCampaign, sealedSignature } from '../fixtures.ts';

test('whoever signs by a further email is the person who has it, and confirms from that mailbox', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  const ruth = await aPerson(site, group, { email: 'ruth@example.org' });
  const as = site.as(organizer);
  await as.put(`${path}/${ruth.id}/contact-points`, { email: 'ruth@work.example' });
  const campaign = await aPublishedCampaign(site, group);
  const signature = { name: 'Ruth', email: 'RUTH@work.example', updates: true };
  const signed = await site.as(null).post(`/campaigns/${campaign.slug}/signatures`, signature);
  expect(signed.status).toBe(202);
  await site.work();
  const { rows } = (await as.get(`${path}?search=ruth`)).body;
  expect(rows).toHaveLength(1);
  const { history } = (await as.get(`${path}/${ruth.id}`)).body;
  expect(history.map(({ kind }: { kind: string }) => kind)).toEqual(['signed']);
  expect((await site.mails()).map(({ toAddress }) => toAddress)).toContain('ruth@work.example');
});

test('a further email is proven by the press from its mailbox, and by no other link', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  const ruth = await aPerson(site, group, { email: 'ruth@example.org' });
  for (const email of ['ruth@work.example', 'ruth@home.example'])
    await site.as(organizer).put(`${path}/${ruth.id}/contact-points`, { email });
  const campaign = await aPublishedCampaign(site, group);
  const proven = async () => {
    const { rows } = await site.db.execute<{ value: string }>(
      sql`select value from contact_points where proven_at is not null`,
    );
    return rows.map(({ value }) => value);
  };
  const signed = { name: 'Ruth', email: 'ruth@work.example', updates: true };
  await site.as(null).post(`/campaigns/${campaign.slug}/signatures`, signed);
  const sealed = await sealedSignature(site, 'ruth@work.example');
  expect(sealed).not.toContain('ruth');
  const bare = sealed.split('.').slice(0, 2).join('.');
  expect((await site.as(null).get(`/signatures/${bare}`)).status).toBe(200);
  expect(await proven()).toEqual([]);
  expect((await site.as(null).put(`/signatures/${sealed}/confirmation`)).status).toBe(200);
  expect(await proven()).toEqual(['ruth@work.example']);
});
