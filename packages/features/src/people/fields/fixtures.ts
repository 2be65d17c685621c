import type { TestSite } from '../../testing.ts';
import type { PersonFieldInput } from './contract.ts';

/** A field that a steward defines in the group of this path, `/groups/slug`; a text that organizers see, unless it is said. */
export async function aField(
  site: TestSite,
  { slug, steward }: { slug: string; steward: { token: string } },
  asked: Partial<PersonFieldInput> = {},
): Promise<string> {
  const field = {
    name: 'Shift',
    kind: 'text',
    purpose: 'To offer shifts that fit.',
    sees: 'organizers',
    ...asked,
  };
  const made = await site.as(steward).post(`/groups/${slug}/person-fields`, field);
  if (made.status !== 201) throw new Error(`no field: ${made.status} ${JSON.stringify(made.body)}`);
  return made.body.id as string;
}

/** Fills in what is known of a person, as an organizer does. */
export function fillValues(
  site: TestSite,
  by: { token: string },
  { path, personId, values }: { path: string; personId: string; values: Record<string, string> },
) {
  const body = { values: Object.entries(values).map(([field, value]) => ({ field, value })) };
  return site.as(by).put(`${path}/${personId}/field-values`, body);
}
