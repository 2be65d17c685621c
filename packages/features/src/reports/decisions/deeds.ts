import type { Transaction } from '@groundwork/database';
import { eraseMessage, hideMessage, showMessage } from '../../messaging/messages/hidings/actions.ts';
import type { SubjectKind } from '../subjects/contract.ts';

/** What a decision does to a subject: its id, who decided, and why. */
export type Decided = { id: string; actorId: string; reason: string };
type Deeds = Record<'hide' | 'show' | 'remove', (tx: Transaction, decided: Decided) => Promise<void>>;

/** What hiding, showing again and removing is for each kind of subject. */
export const deeds: Partial<Record<SubjectKind, Partial<Deeds>>> = {
  message: {
    hide: (tx, { id, ...decided }) => hideMessage(tx, { ...decided, messageId: id }),
    show: (tx, { id, ...decided }) => showMessage(tx, { ...decided, messageId: id }),
    remove: (tx, { id, ...decided }) => eraseMessage(tx, { ...decided, messageId: id }),
  },
};
