import { Conflict } from '../errors.ts';
import type { Subject } from '../subject.ts';

export const accountSubjects: Subject[] = [
  { kind: 'account', refusals: { accounts_email_unique: () => new Conflict('accounts.email-taken') } },
];
