import { passTime } from '@groundwork/database/testing/clock';
import { newId } from '@groundwork/database';
import { anAccount } from '../../accounts/fixtures.ts';
import { aGroup, aMember } from '../../groups/fixtures.ts';
import type { TestSite } from '../../testing.ts';
import { mailGathered } from '../digests.ts';

type Account = { id: string; name: string; email: string; token: string };

/** Time passes, and what is due then goes out. */
export async function passAndMail(site: TestSite, time: string): Promise<void> {
  await passTime(site.house.db.$client, time);
  await site.work();
  await mailGathered(site.ctx());
}

export async function mailsGot(site: TestSite, { email }: { email: string }) {
  const mails = await site.mails();
  return mails.filter(({ toAddress }) => toAddress === email);
}

/** Somebody asks to join a group that decides that. */
export async function aJoiner(site: TestSite, group: { slug: string }, name: string) {
  const asker = await anAccount(site, { name });
  await site.as(asker).post(`/groups/${group.slug}/join-requests`, { answers: [] });
  return asker;
}

/** Two of a group who write to each other alone. */
export async function aTalkOfTwo(site: TestSite) {
  const group = await aGroup(site);
  const [ana, bea] = [
    await aMember(site, group, 'member', await anAccount(site, { name: 'Ana' })),
    await aMember(site, group),
  ];
  const { body } = await site.as(ana).post(`/groups/${group.slug}/direct-messages`, { accountIds: [bea.id] });
  const path = `/channels/${body.id}`;
  const say = (words: string, who: Account = ana) =>
    site.as(who).post(`${path}/messages`, { id: newId(), body: words });
  return { group, ana, bea, path, say };
}

/** How somebody is told who chose nothing, as the page of choices sends it. */
export const chosenAsFirst = {
  ...{ mine: 'now', decide: 'now', groups: 'digest', rhythm: 'daily', hour: 8, weekday: 1 },
  ...{ quietFrom: null, quietUntil: null },
};
