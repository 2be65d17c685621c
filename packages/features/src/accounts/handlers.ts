import { lt } from 'drizzle-orm';
import type { Handlers } from '../work.ts';
import { sessions } from './tables.ts';

export const accountHandlers: Handlers = {
  every: {
    'accounts.forget': {
      minutes: 60,
      run: ({ db }) => db.delete(sessions).where(lt(sessions.expiresAt, new Date())),
    },
  },
};
