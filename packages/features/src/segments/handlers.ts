import type { Handlers } from '../work.ts';
import { applyDeed, undoDeed } from './deeds/batches.ts';
import { forgetDeedFiles, writeDeedFile } from './deeds/files/actions.ts';
import { forgetOldDeeds } from './deeds/forgetting.ts';

export const segmentHandlers = {
  on: {
    'segments.deed-asked': async (ctx, { subjectId }) => {
      await applyDeed(ctx, subjectId ?? '');
      await writeDeedFile(ctx, subjectId ?? '');
    },
    'segments.deed-undo-asked': (ctx, { subjectId, actorId }) => undoDeed(ctx, subjectId ?? '', actorId),
  },
  every: {
    'segments.forget-deeds': { minutes: 24 * 60, run: (ctx) => forgetOldDeeds(ctx) },
    'segments.forget-files': { minutes: 15, run: (ctx) => forgetDeedFiles(ctx) },
  },
} satisfies Handlers;
