import { expect } from 'vitest';
import { fillValues } from '../../people/fields/fixtures.ts';
import { aCrew, aPerson } from '../../people/fixtures.ts';
import { aSite } from '../../testing.ts';

/** A group with three people, of whom two speak Spanish, and deeds over those two. */
export async function aDeedCase() {
  const site = await aSite();
  const crew = await aCrew(site);
  const path = `/groups/${crew.group.slug}`;
  const [organizer, steward] = [site.as(crew.organizer), site.as(crew.steward)];
  await site.work();
  const [ana, bea] = [
    await aPerson(site, crew.group, { name: 'Ana', language: 'es' }),
    await aPerson(site, crew.group, { name: 'Bea', language: 'es' }),
  ];
  await aPerson(site, crew.group, { name: 'Cem' });
  const prepare = async (kind: string, who = organizer): Promise<string> => {
    const { body } = await who.post(`${path}/people-deeds`, { kind, lines: 'add:speaking:language=es' });
    return `${path}/people-deeds/${body.id}`;
  };
  const run = async (kind: string, approval: object, who = organizer) => {
    const deed = await prepare(kind, who);
    expect((await who.put(`${deed}/approval`, approval)).status).toBe(202);
    await site.work();
    return deed;
  };
  const undo = async (deed: string, who = organizer) => {
    const { status } = await who.put(`${deed}/undoing`);
    await site.work();
    return status;
  };
  const person = async ({ id }: { id: string }) => (await organizer.get(`${path}/people/${id}`)).body;
  const valueOf = async ({ id }: { id: string }, who = steward) => {
    const { body } = await who.get(`${path}/people/${id}/field-values`);
    return body.rows.map(({ value }: { value: string | null }) => value);
  };
  const fill = (personId: string, values: Record<string, string>) =>
    fillValues(site, crew.organizer, { path: `${path}/people`, personId, values });
  return {
    site,
    ...crew,
    path,
    organizer,
    asSteward: steward,
    ana,
    bea,
    prepare,
    run,
    undo,
    person,
    valueOf,
    fill,
  };
}
