import type { Handlers } from '../work.ts';
import { rememberMember } from './actions.ts';
import { applyImport, undoImport } from './imports/batches/actions.ts';

export const peopleHandlers: Handlers = {
  on: {
    'groups.created': (ctx, { groupId, actorId }) => rememberMember(ctx, groupId, actorId),
    'groups.joined': (ctx, { groupId, subjectId }) => rememberMember(ctx, groupId, subjectId),
    'people.import-asked': (ctx, { subjectId }) => applyImport(ctx, subjectId ?? ''),
    'people.import-undo-asked': (ctx, { subjectId }) => undoImport(ctx, subjectId ?? ''),
  },
};
