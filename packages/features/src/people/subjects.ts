import { and, eq, inArray, sql } from 'drizzle-orm';
import { carries, standingOf } from '../groups/standing.ts';
import { groups } from '../groups/tables.ts';
import { Conflict, Invalid } from '../errors.ts';
import type { Subject } from '../subject.ts';
import { personExternalIds } from './external-ids/tables.ts';
import { fieldValues, personFields } from './fields/tables.ts';
import {
  importedPeople,
  importMappings,
  imports,
  importSheets,
  overruledConsents,
} from './imports/tables.ts';
import { duplicateCandidates, duplicateLooks, peopleApart, personMerges } from './merging/tables.ts';
import { personNotes } from './notes/tables.ts';
import { peopleForgetting } from './retention/tables.ts';
import { climbers, rungs } from './climbing/tables.ts';
import { sheetRows, sheets } from './sheets/tables.ts';
import { writerRefusals } from './writers/tables.ts';
import { consents, contactPoints, people, personAddresses, personHistory, suppressions } from './tables.ts';

export const peopleSubjects: Subject[] = [
  {
    kind: 'person',
    tables: [
      people,
      contactPoints,
      personAddresses,
      personExternalIds,
      consents,
      personHistory,
      suppressions,
      writerRefusals,
    ],
    follows: [
      contactPoints.personId,
      personAddresses.personId,
      personExternalIds.personId,
      personHistory.personId,
      writerRefusals.personId,
    ],
    refusals: { contact_points_email: () => new Conflict('people.email-taken-now') },
  },
  {
    kind: 'field',
    tables: [personFields, fieldValues],
    follows: [fieldValues.personId],
    refusals: { person_fields_name: () => new Invalid([{ name: 'name', code: 'people.field-named' }]) },
  },
  {
    kind: 'import',
    tables: [imports, importMappings, importedPeople, overruledConsents, importSheets],
    follows: [importedPeople.personId, overruledConsents.personId],
    find: ({ db, viewer }, ids) =>
      db
        .select({
          id: imports.id,
          title: imports.fileName,
          url: sql<string>`'/groups/' || ${groups.slug} || '/people/import/' || ${imports.id}`,
          isOff: sql<boolean>`false`,
        })
        .from(imports)
        .innerJoin(groups, eq(groups.id, imports.groupId))
        .innerJoin(...standingOf(viewer.id))
        .where(and(inArray(imports.id, ids), carries('contact_people'))),
  },
  {
    kind: 'merge',
    tables: [personMerges, duplicateCandidates, duplicateLooks, peopleApart],
    follows: [personMerges.intoId],
  },
  {
    kind: 'rung',
    tables: [rungs, climbers],
    follows: [climbers.personId],
    // Nobody begins a ladder twice: whichever of both began first stays.
    firsts: [{ of: climbers, order: sql`began_at` }],
  },
  { kind: 'note', tables: [personNotes], ties: [personNotes.personId] },
  { kind: 'forgetting', tables: [peopleForgetting] },
  {
    kind: 'sheet',
    tables: [sheets, sheetRows],
    ties: [sheetRows.personId],
    find: ({ db, viewer }, ids) =>
      db
        .select({
          id: sheets.id,
          title: sheets.title,
          url: sql<string>`'/groups/' || ${groups.slug} || '/people/sheet/' || ${sheets.id}`,
          isOff: sql<boolean>`${sheets.takenBackAt} is not null`,
        })
        .from(sheets)
        .innerJoin(groups, eq(groups.id, sheets.groupId))
        .innerJoin(...standingOf(viewer.id))
        .where(and(inArray(sheets.id, ids), carries('contact_people'))),
  },
];
