import { expect, test } from 'vitest';
import { aCoalition, joinCoalition } from '../../coalitions/fixtures.ts';
import { aGroup } from '../../groups/fixtures.ts';
import { aSite } from '../../testing.ts';
import { anAsk, aTarget } from '../fixtures.ts';

test('a coalition’s target is reported by who finds it, and hidden from all but those who answer for it', async () => {
  const site = await aSite();
  const coalition = await aCoalition(site);
  const [one, other, apart] = [
    await aGroup(site, { name: 'One' }),
    await aGroup(site, { name: 'Other' }),
    await aGroup(site, { name: 'Apart' }),
  ] as const;
  for (const group of [one, other]) await joinCoalition(site, coalition, group);
  const target = await aTarget(site, one, { coalition, address: '9 Elm Street, where she lives' });
  await anAsk(site, target, other);
  const subject = `/subjects/target/${target.id}`;
  for (const viewer of [null, apart.steward]) {
    expect((await site.as(viewer).get(subject)).status).toBe(404);
    expect((await site.as(viewer).put(`${subject}/report`, {})).status).toBe(404);
  }
  expect((await site.as(one.steward).get(subject)).body.can.report).toBe(false);
  const said = { note: 'That is her home.' };
  expect((await site.as(other.steward).put(`${subject}/report`, said)).status).toBeLessThan(300);
  const { rows } = (await site.as(coalition.steward).get(`/groups/${coalition.slug}/reports`)).body;
  expect(rows).toMatchObject([{ kind: 'target', title: 'Dana Price' }]);
  expect(rows[0].excerpt).toContain('9 Elm Street');
  const decided = { deed: 'hide', reason: 'No private addresses.' };
  const deciding = `/reports/${rows[0].id}/decision`;
  expect((await site.as(coalition.steward).put(deciding, decided)).status).toBe(200);
  for (const group of [one, other])
    expect((await site.as(group.steward).get(target.pathFor(group))).status).toBe(404);
  expect((await site.as(coalition.steward).get(target.pathFor(coalition))).body).toMatchObject({
    ...{ isHidden: true, hiddenReason: 'No private addresses.', can: { edit: true } },
  });
  const mail = (await site.mails()).at(-1);
  expect(mail?.toAddress).toBe(one.steward.email);
  expect(JSON.stringify(mail?.letter)).toContain('No private addresses.');
  expect((await site.as(coalition.steward).delete(deciding)).status).toBe(200);
  expect((await site.as(other.steward).get(target.pathFor(other))).status).toBe(200);
});
