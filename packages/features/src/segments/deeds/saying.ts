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
  Pick<typeof peopleDeeds.$inferInsert, 'tag' | 'listId' | 'fieldId' | 'value' | 'contactAccountId'>
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
      return handedTo(tx, deed, given('contact', approval.contact));
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

async function filledWith(tx: Transaction, { group }: SeenDeed, { field: id, value: typed }: DeedApproval) {
  const field = await findField(tx, group, given('field', id));
  const read = readValue(field, given('value', typed?.trim()));
  if ('code' in read) throw new Invalid([{ name: 'value', code: read.code }]);
  return { fieldId: field.id, value: read.value };
}

async function handedTo(tx: Transaction, { group }: SeenDeed, accountId: string) {
  const { rows } = await tx.execute<{ stands: boolean }>(
    sql`select ${standsIn(sql`${accountId}::uuid`, sql`${group.id}::uuid`, 'see_people')} as stands`,
  );
  if (!rows[0]?.stands) throw new Invalid([{ name: 'contact', code: 'people.contact-sees-nobody' }]);
  return { contactAccountId: accountId };
}
