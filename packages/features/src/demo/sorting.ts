import { saveSegment } from '../segments/actions.ts';
import type { Stage } from './opening.ts';

/** What the organizers of the tenants' union ask of their people again and again. */
export async function sortPeople({ as, groups }: Stage): Promise<void> {
  const tenants = groups.get('tenants');
  if (!tenants) throw new Error('the tenants have no group');
  const saved = [
    { name: 'Came, did not sign', lines: 'add:came;without:signed' },
    { name: 'Came at least twice', lines: 'add:came:times=2' },
    { name: 'Speak Spanish, may be mailed', lines: 'add:speaking:language=es;only:mailable' },
  ];
  for (const segment of saved) await saveSegment(as('luis'), tenants.slug, segment);
}
