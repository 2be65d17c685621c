import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aGroup, aMember } from '../../groups/fixtures.ts';
import { people } from '../../people/tables.ts';
import { sealedId } from '../../site/tokens.ts';
import { aKeptBudget, readers } from './budget-fixtures.ts';

const TARGET = 'target@town.example';

/** A group with one person that it wants to know of and 49 mailboxes of its own, as it sees the site after it wrote to all. */
async function spy(isKnownToAnother: boolean) {
  const kept = await aKeptBudget(1);
  const { site, coalition, first, second, add, send, got, begin, promise, deliver } = kept;
  await add(second, [...(isKnownToAnother ? [TARGET] : ['somebody@town.example']), ...readers(5, 'theirs')]);
  await add(first, [...readers(49), TARGET]);
  await send(second);
  const asSteward = site.as(first.steward);
  const seen: [string, unknown][] = [];
  const look = async (name: string, path: string) => {
    const { status, body } = await asSteward.get(path);
    expect(status, name).toBe(200);
    seen.push([name, body]);
  };
  const before = await begin(first);
  for (const part of ['', '/reach', '/checks']) await look(`before${part}`, `${before}${part}`);
  const mailing = await begin(first);
  await asSteward.put(`${mailing}/sending`, { when: 'now', count: 1000 });
  await promise(mailing);
  await look('under way', mailing);
  await deliver();
  const base = `/groups/${first.slug}`;
  for (const part of ['', '/reach', '/checks', '/results']) await look(`after${part}`, `${mailing}${part}`);
  for (const why of ['had-enough', 'coalition-budget', 'sent-back', 'no-email', 'said-no'])
    await look(why, `${mailing}/left-out?why=${why}`);
  const contacted = 'only:contacted:by=email';
  for (const path of [
    'mailings',
    'people',
    `people?lines=${contacted}`,
    `people-counts?lines=${contacted}`,
    'exchanges',
  ])
    await look(path, `${base}/${path}`);
  await look('budget', `/coalitions/${coalition.slug}/budget`);
  const [target, puppet] = await Promise.all(
    [TARGET, 'reader7@town.example'].map(async (email) => {
      const rows = await site.db
        .select({ id: people.id, groupId: people.groupId })
        .from(people)
        .where(eq(people.email, email));
      const id = rows.find(({ groupId }) => groupId === first.id)?.id ?? '';
      const parts = ['', '/history', '/notes', '/lists', '/reach', '/merges'];
      return Promise.all(
        parts.map(async (part) => {
          const { status, body } = await asSteward.get(`${base}/people/${id}${part}`);
          return { part, status, body: body as unknown };
        }),
      );
    }),
  );
  // Each is what is asked of a mail again: who it is, and when.
  await site.sweep('mailings.settle');
  await look('settled', mailing);
  await look('copy', `${base}/mailings?limit=5`);
  const file = await asSteward.post(`${base}/people/exports`);
  expect(file.status).toBe(200);
  seen.push(['file', String(file.body).split('\n').sort()]);
  return {
    ...{ seen: plain([seen, target]), target: plain(target), puppet: plain(puppet) },
    ...{ gotTarget: got().get(TARGET), budgeted: (await asSteward.get(mailing)).body.budgeted },
  };
}

/** Without what differs from run to run: ids, moments, codes and addresses. */
function plain(told: unknown): string {
  return (
    JSON.stringify(told, null, 1)
      .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'ID')
      .replaceAll(/\d{4}-\d\d-\d\d[T ][\d:.]+Z?/g, 'AT')
      // In the order of ids, which are drawn: who is first on a list says nothing.
      .replaceAll(/(reader\d+|target)@town\.example/g, 'SOMEBODY')
      .replaceAll(/"(next|cursor|sealed|written)": "[^"]*"/g, '"$1": "CODE"')
  );
}

test('a group with one person and 49 mailboxes of its own learns by no door whether another group knows that person', async () => {
  const [known, unknown] = [await spy(true), await spy(false)];
  // The budget held for the one and not for the other: what is compared is no accident.
  expect(known.gotTarget).toBe(1);
  expect(unknown.gotTarget).toBe(1);
  expect(known.target).toBe(known.puppet);
  expect(known.seen).toBe(unknown.seen);
  expect(known.budgeted).toMatchObject({ count: null });
});

test('of those whom it passes over a group hears down to the ten, by lot, and never more than they are', async () => {
  const { site, first, second, add, send, begin } = await aKeptBudget(1);
  await add(second, readers(60));
  await add(first, [...readers(35), ...readers(40, 'own')]);
  await send(second);
  const mailing = await begin(first);
  const asked = async () => {
    const { rows } = (await site.as(first.steward).get(`${mailing}/checks`)).body;
    return rows.find(({ code }: { code: string }) => code.startsWith('budget'));
  };
  const said = await asked();
  expect(said).toMatchObject({ code: 'budget-some', weight: 'look', params: { most: 1 } });
  expect([20, 30]).toContain(said.params.count);
  // Whatever is changed about whom it is for, within the hour it stays what was said.
  await site
    .as(first.steward)
    .put(`${mailing}/audience`, { lines: 'only:mailable;without:signed', purpose: 'updates' });
  for (let n = 0; n < 5; n += 1) expect((await asked()).params).toEqual(said.params);
  const { body } = await site.as(first.steward).get(await send(first));
  expect([20, 30]).toContain(body.budgeted.count);
  expect(body.receiverCount).toBe(75);
  expect(body.progress).toMatchObject({ sentCount: 75, totalCount: 75 });
});

test('how often a number is worked out for a group a day is bounded', async () => {
  const { site, first, second, add, send, begin } = await aKeptBudget(1);
  await add(second, readers(60));
  await add(first, readers(60));
  await send(second);
  const codes: string[] = [];
  for (let n = 0; n < 14; n += 1) {
    const { rows } = (await site.as(first.steward).get(`${await begin(first)}/checks`)).body;
    codes.push(rows.find(({ code }: { code: string }) => code.startsWith('budget')).code);
  }
  expect(codes.filter((code) => code === 'budget-unknown')).toHaveLength(2);
});

test('who is told what about a budget, and by whom it is set and kept', async () => {
  const { site, coalition, first, second, path, ownPath, propose, keep, drop } = await aKeptBudget(3);
  const apart = await aGroup(site, { name: 'Apart' });
  await aMember(site, second);
  const seen = async (viewer: Parameters<typeof site.as>[0]) => site.as(viewer).get(path);
  expect((await seen(second.steward)).body).toMatchObject({
    mostAWeek: 3,
    keepers: [
      { name: 'First', mostAWeek: 3 },
      { name: 'Second', mostAWeek: 3 },
    ],
  });
  expect((await seen(apart.steward)).status).toBe(404);
  expect((await seen(null)).status).toBe(401);
  expect((await site.as(second.steward).put(path, { mostAWeek: 2 })).status).toBe(403);
  expect((await propose(15)).status).toBe(422);
  const asked = async () =>
    (await site.mails()).filter(({ key }) => key.startsWith('coalitions.budget-proposed')).length;
  // The first proposal was decided by both: nothing of it waits.
  expect(await asked()).toBe(0);
  expect((await propose(1)).status).toBe(204);
  expect(await asked()).toBe(2);
  // A yes is for a number: the old one is kept until the new one is said yes to.
  const own = async () => (await site.as(second.steward).get(ownPath(second))).body;
  expect(await own()).toMatchObject({ mostAWeek: 1, kept: { mostAWeek: 3, saidBy: second.steward.name } });
  expect((await keep(second, 3)).body).toMatchObject({ code: 'coalitions.budget-changed' });
  expect((await keep(second, 1)).status).toBe(204);
  expect(await asked()).toBe(1);
  expect(await own()).toMatchObject({ kept: { mostAWeek: 1 } });
  expect((await drop(second)).status).toBe(204);
  expect(await own()).toMatchObject({ mostAWeek: 1, kept: null });
  expect((await seen(first.steward)).body.keepers).toMatchObject([{ name: 'First', mostAWeek: 3 }]);
  expect((await propose(null)).status).toBe(204);
  expect(await asked()).toBe(0);
  expect((await seen(first.steward)).body).toMatchObject({ mostAWeek: null, keepers: [] });
  expect((await site.as(coalition.steward).get(ownPath(first))).body).toEqual({
    mostAWeek: null,
    kept: null,
  });
});

test('a group that leaves keeps nothing when it is in again, and with the budget its marks go', async () => {
  const { site, coalition, first, second, add, send, keep, ownPath, propose } = await aKeptBudget(2);
  await add(first, readers(3));
  await send(first);
  await site.as(second.steward).delete(`/groups/${second.slug}/coalitions/${coalition.slug}`);
  expect((await keep(second)).status).toBe(409);
  await site.as(coalition.steward).post(`/coalitions/${coalition.slug}/invitations`, { group: second.slug });
  await site
    .as(second.steward)
    .put(`/groups/${second.slug}/coalitions/${coalition.slug}/decision`, { decision: 'accepted' });
  expect((await site.as(second.steward).get(ownPath(second))).body).toEqual({ mostAWeek: 2, kept: null });
  const marks = async () => (await site.db.execute('select from contact_marks')).rows.length;
  expect(await marks()).toBe(3);
  await propose(null);
  expect(await marks()).toBe(0);
});

test('a person reads on their own page which budget a group keeps; a coalition that not everybody finds is not named', async () => {
  const { site, coalition, first, add, send } = await aKeptBudget(2);
  const [person] = await add(first, readers(50));
  await send(first);
  const sealed = sealedId(site.house.settings.secret, 'own-record', person?.id ?? '');
  const own = async () => (await site.as(null).get(`/own-records/${sealed}`)).body;
  expect(await own()).toMatchObject({
    budgets: [{ coalition: 'Valley Coalition', mostAWeek: 2 }],
  });
  expect((await own()).history[0]).toMatchObject({ kind: 'mailed-budgeted', label: 'Two days' });
  await site.as(coalition.steward).patch(`/groups/${coalition.slug}`, { visibility: 'unlisted' });
  expect((await own()).budgets).toEqual([{ coalition: null, mostAWeek: 2 }]);
});
