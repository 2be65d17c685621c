import { connect } from '@groundwork/database';
import { findWayBack } from '@groundwork/features/outbox/returns/queries';
import { momentOf } from '../figures.ts';
import { findingsOf, type Check } from './finding.ts';

const mail = findingsOf('mail');

/** Whether anybody hears of mail that comes back. */
export const checkReturns: Check = async ({ settings, databaseUrl }) => {
  if (!settings.smtpUrl || !databaseUrl) return [];
  if (settings.returnAddress === undefined)
    return [
      mail.note(
        'What comes back of mail is read by nobody: letters go on to mailboxes that are not there.',
        'Set RETURN_ADDRESS and how it is read; docs/hosting/mail.md tells how.',
      ),
    ];
  const { db, close } = connect(databaseUrl, { max: 1 });
  try {
    const { isRead, lastReadAt, failure } = await findWayBack({ db, settings });
    if (failure) return [mail.wrong(FAILURES[failure.way === 'lmtp' ? 'lmtp' : failure.why], FIX)];
    if (!isRead) return [mail.wrong('Mail comes back to RETURN_ADDRESS, and no worker reads it there.', FIX)];
    const last = lastReadAt ? `the last report came ${momentOf(lastReadAt)}` : 'nothing came back yet';
    return [mail.ok(`What comes back of mail is read: ${last}.`)];
  } catch {
    // Without tables nothing comes back, which the database's findings say.
    return [];
  } finally {
    await close();
  }
};

const FIX = 'See INBOX_URL or LMTP_ADDRESS of the worker, and whether it runs: docs/hosting/mail.md.';

const FAILURES = {
  unreachable: 'The server of the mailbox in INBOX_URL does not answer.',
  'signed-out': 'The server of the mailbox refuses the name or password in INBOX_URL.',
  'no-mailbox': 'There is no such mailbox as INBOX_URL names.',
  failed: 'The mailbox in INBOX_URL could not be read to its end.',
  lmtp: 'The worker cannot listen at LMTP_ADDRESS.',
};
