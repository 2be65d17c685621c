import { newId, type Transaction } from '@groundwork/database';
import { sql } from 'drizzle-orm';
import { personExternalIds } from '../../external-ids/tables.ts';
import { digitsOf } from '../../phones.ts';
import { contactPoints, people } from '../../tables.ts';
import type { Incoming } from '../owners.ts';

/** Further emails and phones of somebody, and what was their first one for as long as nobody knew any. */
export type Points = { emails: string[]; phones: string[]; filled: string[] };

/** What a list adds to how somebody can be reached: what is known stays the first one, all others are further ones. */
export function pointsOf({ owner, email, furtherEmails, phone, furtherPhones }: Incoming): Points {
  const first = owner?.phone ?? phone;
  const phones = [...(phone === null ? [] : [phone]), ...furtherPhones];
  const given = (known: string | null, said: string | null) =>
    known === null && said !== null ? [said] : [];
  return {
    emails: furtherEmails.filter((one) => one !== email),
    phones: phones.filter((one) => digitsOf(one) !== digitsOf(first ?? '')),
    filled: owner ? [...given(owner.email, email), ...given(owner.phone, phone)] : [],
  };
}

type Import = { id: string; groupId: string };
type Pointed = { personId: string; points: Points; externalIds: Incoming['externalIds'] };

/** Keeps them, where nobody else of the group has the email, and the person not the phone. */
export async function keepPoints(tx: Transaction, plan: Import, pointed: Pointed[]): Promise<void> {
  const all = pointed.flatMap(({ personId, points }) => [
    ...points.emails.map((value) => ({ id: newId(), personId, kind: 'email', value })),
    ...points.phones.map((value) => ({ id: newId(), personId, kind: 'phone', value })),
  ]);
  const column = (name: 'id' | 'personId' | 'kind' | 'value') => sql.param(all.map((one) => one[name]));
  if (all.length > 0)
    await tx.execute(sql`
      insert into ${contactPoints} (id, group_id, person_id, kind, value, source, source_id)
      select id, ${plan.groupId}::uuid, person_id, kind, value, 'import', ${plan.id}::uuid
        from unnest(${column('id')}::uuid[], ${column('personId')}::uuid[], ${column('kind')}::text[], ${column('value')}::text[])
          as new(id, person_id, kind, value)
        where case kind when 'email' then not exists (select from ${people} person
            where person.group_id = ${plan.groupId} and person.email = new.value)
          else not exists (select from ${people} person where person.id = new.person_id and person.phone = new.value) end
        order by kind, value, id
      on conflict do nothing`);
  await keepExternalIds(tx, plan, pointed);
}

/** A number of another tool is one person's: who was known by it first keeps it. */
async function keepExternalIds(tx: Transaction, plan: Import, pointed: Pointed[]) {
  const all = pointed.flatMap(({ personId, externalIds }) =>
    externalIds.map(({ tool, value }) => ({ personId, tool, value })),
  );
  if (all.length === 0) return;
  const column = (name: 'personId' | 'tool' | 'value') => sql.param(all.map((one) => one[name]));
  await tx.execute(sql`
    insert into ${personExternalIds} (group_id, tool, value, person_id, import_id)
    select ${plan.groupId}::uuid, tool, value, person_id, ${plan.id}::uuid
      from unnest(${column('personId')}::uuid[], ${column('tool')}::text[], ${column('value')}::text[])
        as new(person_id, tool, value)
      order by tool, value
    on conflict do nothing`);
}
