import type { Handlers } from '../work.ts';
import { closeOver } from './actions.ts';
import { endUnheardAnswers } from './answers/actions.ts';

export const directoryHandlers = {
  every: {
    'directory.close': { minutes: 60, run: closeOver },
    'directory.end-answers': { minutes: 60, run: endUnheardAnswers },
  },
} satisfies Handlers;
