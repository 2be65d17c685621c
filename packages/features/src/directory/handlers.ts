import type { Handlers } from '../work.ts';
import { closeOver, forgetClosed } from './actions.ts';
import { endUnheardAnswers } from './answers/actions.ts';

export const directoryHandlers = {
  every: {
    'directory.close': { minutes: 60, run: closeOver },
    'directory.end-answers': { minutes: 60, run: endUnheardAnswers },
    'directory.forget': { minutes: 24 * 60, run: forgetClosed },
  },
} satisfies Handlers;
