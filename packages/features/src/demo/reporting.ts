import { eq } from 'drizzle-orm';
import { messages } from '../messaging/tables.ts';
import { reportSubject } from '../reports/subjects/actions.ts';
import { subjects } from '../subjects.ts';
import { contextFor } from '../context.ts';
import type { Stage } from './opening.ts';
import { AN_ADDRESS } from './talk.ts';

/** What waits for those who moderate: words in a channel, and a group for who looks after the site. */
export async function makeReports({ house, as, groups }: Stage): Promise<void> {
  const [said] = await house.db
    .select({ id: messages.id })
    .from(messages)
    .where(eq(messages.body, AN_ADDRESS));
  if (!said) throw new Error('nobody said what is to be reported');
  const note = 'Nobody’s home address, please. Not even his.';
  await reportSubject(as('mei'), subjects, { kind: 'message', key: said.id, note });
  await reportSubject(as('dev'), subjects, { kind: 'message', key: said.id });
  const riders = groups.get('transit');
  if (!riders) throw new Error('the riders have no group');
  const complaint = 'They use the logo of the transit authority on their flyers.';
  await reportSubject(contextFor(house), subjects, { kind: 'group', key: riders.slug, note: complaint });
}
