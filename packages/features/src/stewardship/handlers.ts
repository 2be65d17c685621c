import type { Handlers } from '../work.ts';
import { forgetAllowance } from './allowances/actions.ts';
import { forgetOpenings } from './outbox/actions.ts';
import { forgetUnusedPictures } from './pictures/actions.ts';

export const stewardshipHandlers: Handlers = {
  on: {
    'accounts.deleted': (ctx, { subjectId }) => forgetAllowance(ctx, subjectId),
    'groups.deleted': (ctx, { subjectId }) => forgetAllowance(ctx, subjectId),
  },
  every: {
    'stewardship.forget-openings': { minutes: 24 * 60, run: (ctx) => forgetOpenings(ctx) },
    'stewardship.forget-pictures': { minutes: 24 * 60, run: (ctx) => forgetUnusedPictures(ctx) },
  },
};
