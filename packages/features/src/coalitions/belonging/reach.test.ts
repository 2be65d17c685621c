import { newId } from '@groundwork/database';
import fc from 'fast-check';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aSite, type TestSite } from '../../testing.ts';

const COUNT = 6;
type Deed = { into: number; group: number; state: 'accepted' | 'suspended' | 'left' };

const deeds = fc.array(
  fc.record({
    into: fc.nat(COUNT - 1),
    group: fc.nat(COUNT - 1),
    state: fc.constantFrom('accepted', 'accepted', 'accepted', 'suspended', 'left'),
  }),
  { maxLength: 25 },
);

test('a coalition reaches what a slow walk reaches, and never itself, whatever was done in which order', async () => {
  const site = await aSite();
  await fc.assert(
    fc.asyncProperty(deeds, async (done) => {
      const ids = await someCoalitions(site);
      const held = new Map<string, Deed['state']>();
      for (const deed of done) {
        const isCircle =
          deed.state === 'accepted' && (deed.into === deed.group || walk(held, deed.group).has(deed.into));
        const isTaken = await take(site, ids, deed);
        expect(isTaken, JSON.stringify(deed)).toBe(!isCircle);
        if (isTaken) held.set(`${deed.into} ${deed.group}`, deed.state);
      }
      for (const [index, id] of ids.entries()) {
        const { rows } = await site.db.execute<{ group_id: string }>(
          sql`select group_id from coalition_reach where coalition_id = ${id}`,
        );
        const reached = rows.map((row) => ids.indexOf(row.group_id)).sort();
        expect(reached).toEqual([...walk(held, index)].sort());
      }
    }),
    { numRuns: 40 },
  );
}, 60_000);

async function someCoalitions(site: TestSite) {
  const ids = Array.from({ length: COUNT }, () => newId());
  for (const id of ids) {
    await site.db.execute(
      sql`insert into groups (id, slug, name, kind) values (${id}, ${`c-${id}`}, 'One', 'coalition')`,
    );
    await site.db.execute(sql`insert into coalitions (group_id) values (${id})`);
  }
  return ids;
}

async function take(site: TestSite, ids: string[], { into, group, state }: Deed) {
  return site.db
    .execute(
      sql`insert into coalition_groups (coalition_id, group_id, state, asked_by)
        values (${ids[into]}, ${ids[group]}, ${state}, 'group')
        on conflict (coalition_id, group_id) do update set state = excluded.state`,
    )
    .then(() => true)
    .catch((error: unknown) => {
      expect(error).toMatchObject({ cause: { constraint: 'coalition_groups_no_circle' } });
      return false;
    });
}

function walk(held: Map<string, Deed['state']>, from: number, found = new Set<number>()): Set<number> {
  for (const [pair, state] of held) {
    const [into = 0, group = 0] = pair.split(' ').map(Number);
    if (into !== from || state !== 'accepted' || found.has(group)) continue;
    found.add(group);
    walk(held, group, found);
  }
  return found;
}
