import { saveSegment } from '../segments/actions.ts';
import { makeList, putOnList } from '../segments/lists/actions.ts';
import { listPeopleFound } from '../segments/found.ts';
import type { Stage } from './opening.ts';

/** What the organizers of the tenants' union ask of their people again and again. */
export async function sortPeople({ as, groups }: Stage): Promise<void> {
  const tenants = groups.get('tenants');
  if (!tenants) throw new Error('the tenants have no group');
  const saved = [
    { name: 'Came, did not sign', lines: 'add:came;without:signed' },
    { name: 'Came twice, did not sign', lines: 'add:came:times=2;without:signed' },
    { name: 'Speak Spanish, may be mailed', lines: 'add:speaking:language=es;only:mailable' },
  ];
  for (const segment of saved) await saveSegment(as('luis'), tenants.slug, segment);
  const listId = await makeList(as('luis'), tenants.slug, 'Phone tree');
  const { rows } = await listPeopleFound(as('luis'), tenants.slug, { lines: 'add:came', limit: 12 });
  for (const { id: personId } of rows) await putOnList(as('luis'), tenants.slug, { listId, personId });
}
