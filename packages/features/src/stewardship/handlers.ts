import type { Handlers } from '../work.ts';
import { forgetUnusedPictures } from './pictures/actions.ts';

export const stewardshipHandlers: Handlers = {
  every: {
    'stewardship.forget-pictures': { minutes: 24 * 60, run: (ctx) => forgetUnusedPictures(ctx) },
  },
};
