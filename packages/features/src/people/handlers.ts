import type { Subject } from '../subject.ts';
import type { Handlers } from '../work.ts';
import { followAccount } from './actions.ts';
import { forgetUnappliedImports } from './imports/actions.ts';
import { applyImport, undoImport } from './imports/batches/actions.ts';
import { noteLeaving, rememberMember } from './members.ts';
import { forgetSuppressions } from './suppressions.ts';

export function peopleHandlers(subjects: Subject[]) {
  return {
    on: {
      'groups.created': (ctx, entry) => rememberMember(ctx, entry, entry.actorId),
      'groups.joined': (ctx, entry) => rememberMember(ctx, entry, entry.subjectId),
      'groups.left': noteLeaving,
      'groups.removed': noteLeaving,
      'groups.banned': noteLeaving,
      'accounts.email-changed': (ctx, { subjectId }) => followAccount(ctx, subjectId),
      'people.import-asked': (ctx, { subjectId }) => applyImport(ctx, subjectId ?? ''),
      'people.import-undo-asked': (ctx, { subjectId }) => undoImport(ctx, subjects, subjectId ?? ''),
    },
    every: {
      'people.forget-suppressions': { minutes: 24 * 60, run: (ctx) => forgetSuppressions(ctx) },
      'people.forget-unapplied-imports': { minutes: 24 * 60, run: (ctx) => forgetUnappliedImports(ctx) },
    },
  } satisfies Handlers;
}
