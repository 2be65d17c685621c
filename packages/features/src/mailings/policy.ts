import type { Policy } from '../policy.ts';

type MailingState = 'draft' | 'scheduled' | 'sending' | 'stopped' | 'sent';
/** `mayMail`: whether the viewer may mail about the thing that it tells of. */
type Standing = { state: MailingState; mayMail: boolean; isOver: boolean };

export const mailingPolicy = {
  schedule: ({ mayMail, state }) => mayMail && (state === 'draft' || state === 'scheduled'),
  stop: ({ mayMail, state, isOver }) => mayMail && state === 'sending' && !isOver,
  resume: ({ mayMail, state }) => mayMail && state === 'stopped',
} satisfies Policy<Standing>;
