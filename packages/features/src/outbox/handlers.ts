import type { Mailer } from '@groundwork/mail';
import type { Context } from '../context.ts';
import type { Handlers } from '../work.ts';
import { forgetPaces } from '../paces/actions.ts';
import { forgetOldMail } from './actions.ts';
import { releaseHeld } from './ledger.ts';
import { forgetReturns } from './returns/actions.ts';
import { openSendingLanes, sendDueMails, type MailWatch } from './sending.ts';
import { isMailDue } from './taking.ts';

/** So many send side by side in a worker: one bundle is with the mail server while another is taken or settled. */
const SIDE_BY_SIDE = 2;

/** Only the worker holds a mailer, so this feature's handlers are made with it; and with what only mailings know. */
export function outboxHandlers(mailer: Mailer | null, watch: MailWatch) {
  let sendingCount = 0;
  const lanes = openSendingLanes();
  const sendOn = async (ctx: Context, closing: AbortSignal) => {
    sendingCount += 1;
    await sendDueMails({ ...ctx, ...watch, mailer }, closing, lanes).finally(() => (sendingCount -= 1));
  };
  // One that waits for the mail server keeps no other from what is due meanwhile.
  const send = async (ctx: Context, closing: AbortSignal) => {
    const begun = Array.from({ length: SIDE_BY_SIDE - sendingCount }, () => sendOn(ctx, closing));
    for (const ended of await Promise.allSettled(begun)) if (ended.status === 'rejected') throw ended.reason;
  };
  return {
    whenDue: { 'outbox.send': { isDue: isMailDue, run: send } },
    every: {
      'outbox.forget': { minutes: 60, run: (ctx) => forgetOldMail(ctx) },
      'outbox.forget-returns': { minutes: 60, run: forgetReturns },
      'outbox.forget-paces': { minutes: 60, run: (ctx) => forgetPaces(ctx) },
      'outbox.release': { minutes: 15, run: releaseHeld },
    },
  } satisfies Handlers;
}
