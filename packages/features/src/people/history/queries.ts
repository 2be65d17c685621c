import { and, eq, inArray, isNotNull, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { nameIn } from '../../groups/standing.ts';
import { keyset, pageOf } from '../../keyset.ts';
import { letters, mails } from '../../outbox/tables.ts';
import type { Subject } from '../../subject.ts';
import { CONTACTS } from '../notes/contacts.ts';
import { isKept } from '../notes/queries.ts';
import { personNotes } from '../notes/tables.ts';
import { findPersonOf } from '../queries.ts';
import { kindShown } from '../mailed.ts';
import { personHistory } from '../tables.ts';
import type { HistoryQuery } from './contract.ts';
import { CONTACTED, historyGroups } from './kinds.ts';

/** All that a person did and that was done with their record, newest first, for those who may see the group's people. */
export async function listHistory(
  ctx: Context,
  subjects: Subject[],
  { slug, personId, kind, after, limit = 20 }: HistoryQuery & { slug: string; personId: string },
) {
  const { group } = await findPersonOf(ctx, slug, personId);
  const lines = sql`(${doneBy(personId)} union all ${notedOf(personId)} union all ${mailedTo(personId, group.id)}) line`;
  const kinds = kind && sql`line.kind = any(${sql.param([...historyGroups[kind]])}::text[])`;
  const rows = await ctx.db
    .select({
      id: sql<string>`line.id`,
      kind: sql<string>`line.kind`,
      label: sql<string | null>`line.label`,
      fields: sql<string[]>`coalesce(line.fields, '{}')`,
      by: nameIn(sql`line.actor_id`, group.id),
      isOwn: sql<boolean>`line.kind = 'corrected' and line.actor_id is null`,
      at: sql`line.at`.mapWith(personHistory.at),
      subjectId: sql<string | null>`line.subject_id`,
      cursor: newestFirst.cursor,
    })
    .from(lines)
    .where(and(kinds, newestFirst.after(after)))
    .orderBy(...newestFirst.order)
    .limit(limit + 1);
  const page = pageOf(rows, limit);
  const urls = await findUrls(ctx, subjects, page.rows);
  const shown = page.rows.map(({ subjectId, ...row }) => ({
    ...row,
    url: urls.get(subjectId ?? '') ?? null,
  }));
  return { rows: shown, next: page.next };
}

const newestFirst = keyset(
  'desc',
  { of: sql`line.at`, type: 'timestamptz' },
  { of: sql`line.id`, type: 'uuid' },
);

function doneBy(personId: string): SQL {
  const { id, subjectId, label, actorId, fields, at } = personHistory;
  return sql`select ${id}, ${kindShown} as kind, ${subjectId}, ${label}, ${actorId}, ${fields}, ${at} from ${personHistory}
    where ${eq(personHistory.personId, personId)}`;
}

function notedOf(personId: string): SQL {
  const { id, authorId, contactedBy, at } = personNotes;
  return sql`select ${id}, ${kindOf(contactedBy)}, null::uuid, null, ${authorId}, null::text[], ${at} from ${personNotes}
    where ${and(eq(personNotes.personId, personId), isKept())}`;
}

function kindOf(contactedBy: SQLWrapper): SQL {
  const cases = CONTACTS.map((contact) => sql.raw(`when '${contact}' then '${CONTACTED[contact]}'`));
  return sql`case ${contactedBy} ${sql.join(cases, sql` `)} else 'noted' end`;
}

/** Letters to many that wait for them. What became of the others stands in their history. */
function mailedTo(personId: string, groupId: string): SQL {
  const subject = sql`coalesce(${mails.subject}, (
    select regexp_replace(${letters.subject}, '\ufff9[^\ufffb]*\ufffb', '…', 'g') from ${letters} where ${letters.id} = ${mails.letterId}))`;
  return sql`select ${mails.id}, 'mail-waits', null::uuid, ${subject}, null::uuid, null::text[], ${mails.promisedAt} from ${mails}
    where ${and(eq(mails.personId, personId), eq(mails.groupId, groupId), isNotNull(mails.mailingId), inArray(mails.state, ['promised', 'held']))}`;
}

/** The paths of those of the things that the viewer sees: one question for each kind of thing that can be looked for. */
async function findUrls(ctx: Context, subjects: Subject[], rows: { subjectId: string | null }[]) {
  const ids = [...new Set(rows.flatMap(({ subjectId }) => subjectId ?? []))];
  if (ids.length === 0) return new Map<string, string>();
  const found = await Promise.all(subjects.flatMap(({ find }) => (find ? [find(ctx, ids)] : [])));
  return new Map(found.flat().map(({ id, url }) => [id, url]));
}
