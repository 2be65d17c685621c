import { eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contextFor, NOBODY } from '../../context.ts';
import { aSite } from '../../testing.ts';
import { aGroup, aMember, anOwnRole } from '../fixtures.ts';
import { groupPolicy } from '../policy.ts';
import { findGroup } from '../queries.ts';
import { carriedBy, GRAVE, RESPONSIBILITIES, ROLES, type Responsibility } from '../responsibilities.ts';
import { carries, hasCarrier, standing, standingOf, standsIn } from '../standing.ts';
import { groups } from '../tables.ts';

const someResponsibilities = fc.subarray([...RESPONSIBILITIES], { minLength: 1 });
const someRole = fc.constantFrom(...ROLES);

describe('for any roles', () => {
  test('what the database says is carried is what the two roles carry together, in every form of the question', async () => {
    const site = await aSite();
    const group = await aGroup(site);
    const ana = await aMember(site, group);
    const id = await anOwnRole(site, group, ana, ['publish']);
    const as = site.as(group.steward);
    await fc.assert(
      fc.asyncProperty(someRole, someResponsibilities, async (role, responsibilities) => {
        await as.put(`/groups/${group.slug}/roles/${id}`, { name: 'Any', responsibilities });
        await as.patch(`/groups/${group.slug}/members/${ana.id}`, { role });
        const all = RESPONSIBILITIES.filter(
          (one) => carriedBy(role).includes(one) || responsibilities.includes(one),
        );
        const said = await site.db
          .select({
            carried: standing.carried,
            ...Object.fromEntries(RESPONSIBILITIES.map((one) => [one, carries(one)])),
            ...Object.fromEntries(
              RESPONSIBILITIES.map((one) => [`in-${one}`, standsIn(ana.id, groups.id, one)]),
            ),
            ...Object.fromEntries(
              RESPONSIBILITIES.map((one) => [
                `has-${one}`,
                hasCarrier(one, groups.id, ({ accountId }) => sql`${accountId} = ${ana.id}`),
              ]),
            ),
          })
          .from(groups)
          .leftJoin(...standingOf(ana.id))
          .where(eq(groups.id, group.id));
        const row = said[0] as unknown as { carried: string[] } & Record<string, boolean>;
        expect(RESPONSIBILITIES.filter((one) => row.carried.includes(one))).toEqual(all);
        for (const how of ['', 'in-', 'has-'])
          expect(RESPONSIBILITIES.filter((one) => row[`${how}${one}`])).toEqual(all);
      }),
      { numRuns: 8 },
    );
  });

  test('nobody may with the group what the union of their responsibilities does not carry', async () => {
    const site = await aSite();
    const group = await aGroup(site);
    const viewer = { ...NOBODY, id: group.steward.id, signedIn: true };
    const seen = await findGroup(contextFor(site.house, viewer), group.slug);
    fc.assert(
      fc.property(someRole, fc.subarray([...RESPONSIBILITIES]), (role, own) => {
        const carried = [...carriedBy(role), ...own];
        const asThey = { ...seen, myRole: role, carried };
        for (const [deed, needed] of Object.entries(NEEDS))
          expect(groupPolicy[deed as keyof typeof NEEDS](asThey), deed).toBe(
            needed.some((one) => carried.includes(one)),
          );
      }),
    );
  });

  test('nobody gives a role that carries more than they do, nor a grave one without managing the group', async () => {
    const site = await aSite();
    const group = await aGroup(site);
    const [giver, ana] = [await aMember(site, group), await aMember(site, group)];
    const theirs = await anOwnRole(site, group, giver, ['publish']);
    const given = await anOwnRole(site, group, group.steward, ['publish']);
    const as = site.as(group.steward);
    const path = `/groups/${group.slug}`;
    await fc.assert(
      fc.asyncProperty(someResponsibilities, someResponsibilities, async (carried, asked) => {
        await as.put(`${path}/roles/${theirs}`, { name: 'Theirs', responsibilities: carried });
        await as.put(`${path}/roles/${given}`, { name: 'Given', responsibilities: asked });
        const { status } = await site.as(giver).patch(`${path}/members/${ana.id}`, { ownRoleId: given });
        const isWithin =
          asked.every((one) => carried.includes(one)) &&
          (carried.includes('manage_group') || !asked.some((one) => GRAVE.includes(one)));
        expect(status).toBe(carried.includes('manage_members') && isWithin ? 204 : 403);
        await as.patch(`${path}/members/${ana.id}`, { ownRoleId: null });
      }),
      { numRuns: 10 },
    );
  });
});

/** What each deed takes, any one of these. */
const NEEDS = {
  seeRoles: ['moderate', 'manage_members', 'manage_group'],
  seePeople: ['see_people'],
  exportPeople: ['export_people'],
  moderate: ['moderate'],
  manageMembers: ['manage_members'],
  delete: ['manage_group'],
  invite: ['manage_members'],
  inviteByMail: ['manage_members'],
  contactPeople: ['contact_people'],
  publish: ['publish'],
  hostEvents: ['host_events'],
  edit: ['manage_group'],
  manageRoles: ['manage_group'],
} as const satisfies Partial<Record<keyof typeof groupPolicy, readonly Responsibility[]>>;
