import type { Handlers } from '../work.ts';
import { applyDeed, undoDeed } from './deeds/batches.ts';
import { forgetOldDeeds } from './deeds/forgetting.ts';

export const segmentHandlers = {
  on: {
    'segments.deed-asked': (ctx, { subjectId }) => applyDeed(ctx, subjectId ?? ''),
    'segments.deed-undo-asked': (ctx, { subjectId, actorId }) => undoDeed(ctx, subjectId ?? '', actorId),
  },
  every: {
    'segments.forget-deeds': { minutes: 24 * 60, run: (ctx) => forgetOldDeeds(ctx) },
  },
} satisfies Handlers;
