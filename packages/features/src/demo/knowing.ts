import { eq } from 'drizzle-orm';
import { defineField } from '../people/fields/actions.ts';
import { fillFields } from '../people/fields/filling.ts';
import { people } from '../people/tables.ts';
import type { Stage } from './opening.ts';

/** What the tenants' union wants to know of its people, and what it knows of some of them. */
export async function askOfPeople({ as, groups, house }: Stage): Promise<void> {
  const tenants = groups.get('tenants');
  if (!tenants) throw new Error('the tenants have no group');
  const shift = await defineField(as('amina'), tenants.slug, {
    name: 'Best time to knock',
    kind: 'choice',
    choices: ['Mornings', 'Afternoons', 'Evenings'],
    purpose: 'So that we come by when it suits.',
    sees: 'organizers',
  });
  const rent = await defineField(as('amina'), tenants.slug, {
    name: 'Rent went up by',
    kind: 'number',
    purpose: 'To show the city what happened here.',
    sees: 'stewards',
  });
  const known = await house.db
    .select({ id: people.id })
    .from(people)
    .where(eq(people.groupId, tenants.id))
    .orderBy(people.addedAt, people.id)
    .limit(40);
  const times = ['Mornings', 'Evenings', 'Afternoons', 'Evenings'];
  for (const [index, { id: personId }] of known.entries()) {
    const values = [{ field: shift, value: times[index % times.length] ?? '' }];
    if (index % 3 === 0) values.push({ field: rent, value: String(40 + ((index * 35) % 300)) });
    await fillFields(as('amina'), tenants.slug, { personId, values });
  }
}
