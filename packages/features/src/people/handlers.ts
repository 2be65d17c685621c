import type { Context } from '../context.ts';
import type { Entry } from '../journal.ts';
import type { Subject } from '../subject.ts';
import type { Handlers } from '../work.ts';
import { followAccount } from './actions.ts';
import { releaseContacts } from './corrections/actions.ts';
import { forgetUnappliedImports } from './imports/actions.ts';
import { applyImport, undoImport } from './imports/batches/actions.ts';
import { forgetMailed } from './mailed.ts';
import { lookForDuplicates } from './merging/duplicates.ts';
import { forgetMerges } from './merging/parting.ts';
import { noteLeaving, rememberMember } from './members.ts';
import { forgetNotes } from './notes/actions.ts';
import { forgetQuietPeople } from './retention/actions.ts';
import { forgetSuppressions } from './suppressions.ts';

export function peopleHandlers(subjects: Subject[]) {
  return {
    on: {
      'groups.created': (ctx, entry) => rememberMember(ctx, entry, entry.actorId),
      'groups.joined': (ctx, entry) => rememberMember(ctx, entry, entry.subjectId),
      'groups.left': endStanding,
      'groups.removed': endStanding,
      'groups.banned': endStanding,
      'accounts.email-changed': (ctx, { subjectId }) => followAccount(ctx, subjectId),
      'people.import-asked': (ctx, { subjectId }) => applyImport(ctx, subjectId ?? ''),
      'people.import-undo-asked': (ctx, { subjectId }) => undoImport(ctx, subjects, subjectId ?? ''),
      'people.duplicates-asked': (ctx, { groupId }) => lookForDuplicates(ctx, groupId ?? ''),
    },
    every: {
      'people.forget-quiet': { minutes: 24 * 60, run: (ctx) => forgetQuietPeople(ctx, subjects) },
      'people.forget-merges': { minutes: 24 * 60, run: (ctx) => forgetMerges(ctx) },
      'people.forget-mailed': { minutes: 24 * 60, run: (ctx) => forgetMailed(ctx) },
      'people.forget-notes': { minutes: 24 * 60, run: (ctx) => forgetNotes(ctx) },
      'people.forget-suppressions': { minutes: 24 * 60, run: (ctx) => forgetSuppressions(ctx) },
      'people.forget-unapplied-imports': { minutes: 24 * 60, run: (ctx) => forgetUnappliedImports(ctx) },
    },
  } satisfies Handlers;
}

async function endStanding(ctx: Context, entry: Entry): Promise<void> {
  await noteLeaving(ctx, entry);
  await releaseContacts(ctx, entry);
}
