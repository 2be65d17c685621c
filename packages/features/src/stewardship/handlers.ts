import type { Subject } from '../subject.ts';
import type { Handlers } from '../work.ts';
import { forgetAllowance } from './allowances/actions.ts';
import { forgetBackupRequests } from './backups/requests/actions.ts';
import { forgetJournal } from './journal/actions.ts';
import { forgetOpenings } from './outbox/actions.ts';
import { forgetUnusedPictures } from './pictures/actions.ts';
import { forgetTestMails, sendTestMail } from './test-mails/actions.ts';
import { tellOfWaiting } from './waiting/actions.ts';

export function stewardshipHandlers(subjects: Subject[]) {
  return {
    on: {
      'groups.created': (ctx) => tellOfWaiting(ctx),
      'accounts.deleted': (ctx, { subjectId }) => forgetAllowance(ctx, subjectId),
      'groups.deleted': (ctx, { subjectId }) => forgetAllowance(ctx, subjectId),
      'stewardship.test-mail-asked': (ctx, { subjectId }) => sendTestMail(ctx, subjectId),
    },
    every: {
      'stewardship.tell-waiting': { minutes: 60, run: tellOfWaiting },
      'stewardship.forget-test-mails': { minutes: 60, run: forgetTestMails },
      'stewardship.forget-backup-requests': { minutes: 24 * 60, run: forgetBackupRequests },
      'stewardship.forget-openings': { minutes: 24 * 60, run: (ctx) => forgetOpenings(ctx) },
      'stewardship.forget-journal': { minutes: 24 * 60, run: (ctx) => forgetJournal(ctx) },
      'stewardship.forget-pictures': { minutes: 24 * 60, run: (ctx) => forgetUnusedPictures(ctx, subjects) },
    },
  } satisfies Handlers;
}
