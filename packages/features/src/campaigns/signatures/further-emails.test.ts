import { expect, test } from 'vitest';
import { aCrew, aPerson } from '../../people/fixtures.ts';
import { aSite } from '../../testing.ts';
import { aPublishedCampaign } from '../fixtures.ts';

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
