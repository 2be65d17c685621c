import type { Mailer } from '@groundwork/mail';
import type { Handlers } from '../work.ts';
import { askAgainForMail, forgetOldMail, sendMails } from './actions.ts';
import { releaseHeld } from './ledger.ts';

/** Only the worker holds a mailer, so this feature's handlers are made with it. */
export function outboxHandlers(mailer: Mailer | null) {
  return {
    on: {
      // Of one mail, or of a bundle. One kind for both: a version that knows no bundles fails at them, and they are tried
      // again by one that does.
      'outbox.mail-promised': (ctx, { subjectId, data }) =>
        sendMails({ ...ctx, mailer }, data.mailIds ?? (subjectId === null ? [] : [subjectId])),
    },
    every: {
      'outbox.forget': { minutes: 60, run: (ctx) => forgetOldMail(ctx) },
      'outbox.release': { minutes: 15, run: releaseHeld },
      'outbox.ask-again': { minutes: 120, run: askAgainForMail },
    },
  } satisfies Handlers;
}
