import type { Mailer } from '@groundwork/mail';
import type { Handlers } from '../work.ts';
import { askAgainForMail, forgetOldMail, sendMails } from './actions.ts';

/** Only the worker holds a mailer, so this feature's handlers are made with it. */
export function outboxHandlers(mailer: Mailer | null): Handlers {
  return {
    on: {
      'outbox.mail-promised': (ctx, { subjectId }) =>
        sendMails({ ...ctx, mailer }, subjectId ? [subjectId] : []),
      'outbox.mails-promised': (ctx, { data }) => sendMails({ ...ctx, mailer }, data.mailIds as string[]),
    },
    every: {
      'outbox.forget': { minutes: 60, run: (ctx) => forgetOldMail(ctx) },
      'outbox.ask-again': { minutes: 120, run: askAgainForMail },
    },
  };
}
