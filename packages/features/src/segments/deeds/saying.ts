import type { Transaction } from '@groundwork/database';
import { sql } from 'drizzle-orm';
import { Invalid } from '../../errors.ts';
import { standsIn } from '../../groups/standing.ts';
import { findField } from '../../people/fields/queries.ts';
import { readValue } from '../../people/fields/values.ts';
import type { DeedApproval } from './contract.ts';
import type { SeenDeed } from './queries.ts';
import type { peopleDeeds } from './tables.ts';

/** What the page of a deed asks for, as it is kept. */
export type Said = Partial<
  Pick<
    typeof peopleDeeds.$inferInsert,
    'tag' | 'listId' | 'fieldId' | 'value' | 'contactAccountId' | 'isClearing'
  >
>;

/** What was said to a deed that is about no list. Invalid where it is missing, or does not fit. */
export async function saidOf(tx: Transaction, deed: SeenDeed, approval: DeedApproval): Promise<Said> {
  switch (deed.kind) {
    case 'tag':
    case 'untag':
      return { tag: given('tag', approval.tag?.trim().toLowerCase()) };
    case 'assess':
      return { value: given('assessment', approval.assessment?.toString()) };
    case 'hand':
      return handedTo(tx, deed, approval);
    case 'fill':
      return filledWith(tx, deed, approval);
    case 'list':
    case 'unlist':
    case 'export':
      return {};
  }
}

function given(name: string, said: string | undefined): string {
  if (!said) throw new Invalid([{ name, code: 'field.required' }]);
  return said;
}

/** Nobody empties something by what was meant to fill it in. */
function cleared(name: string, said: string | undefined) {
  if (said?.trim()) throw new Invalid([{ name, code: 'field.choice' }]);
  return { isClearing: true };
}

async function filledWith(
  tx: Transaction,
  { group }: SeenDeed,
  { field: id, value: typed, clears }: DeedApproval,
) {
  const field = await findField(tx, group, given('field', id));
  if (clears) return { fieldId: field.id, ...cleared('value', typed) };
  const read = readValue(field, given('value', typed?.trim()));
  if ('code' in read) throw new Invalid([{ name: 'value', code: read.code }]);
  return { fieldId: field.id, value: read.value };
}

async function handedTo(tx: Transaction, { group }: SeenDeed, { contact, clears }: DeedApproval) {
  if (clears) return cleared('contact', contact);
  const accountId = given('contact', contact);
  const { rows } = await tx.execute<{ stands: boolean }>(
    sql`select ${standsIn(sql`${accountId}::uuid`, sql`${group.id}::uuid`, 'see_people')} as stands`,
  );
  if (!rows[0]?.stands) throw new Invalid([{ name: 'contact', code: 'people.contact-sees-nobody' }]);
  return { contactAccountId: accountId };
}
