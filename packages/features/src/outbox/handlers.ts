import type { Mailer } from '@groundwork/mail';
import type { Context } from '../context.ts';
import type { Handlers } from '../work.ts';
import { forgetOldMail } from './actions.ts';
import { releaseHeld } from './ledger.ts';
import { isMailDue, sendDueMails, type Recall } from './sending.ts';

/** A mailer has five connections: one bundle is sent while another is settled. More would only keep other work waiting. */
const SIDE_BY_SIDE = 2;

/** Only the worker holds a mailer, so this feature's handlers are made with it; and with what only mailings know. */
export function outboxHandlers(mailer: Mailer | null, recall: Recall) {
  let sendingCount = 0;
  const send = async (ctx: Context, closing: AbortSignal) => {
    if (sendingCount >= SIDE_BY_SIDE) return;
    sendingCount += 1;
    await sendDueMails({ ...ctx, mailer, recall }, closing).finally(() => (sendingCount -= 1));
  };
  return {
    whenDue: { 'outbox.send': { isDue: isMailDue, run: send } },
    every: {
      'outbox.forget': { minutes: 60, run: (ctx) => forgetOldMail(ctx) },
      'outbox.release': { minutes: 15, run: releaseHeld },
    },
  } satisfies Handlers;
}
