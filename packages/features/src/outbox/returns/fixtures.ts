import type { Mailbox } from '@groundwork/mail/testing';
import { returnsOf } from '../../handlers.ts';
import type { TestSite } from '../../testing.ts';

export const RETURN_ADDRESS = 'returns@groves.example';

/** From now on mail of this site comes back to an address of its own; what reads it there. */
export function withReturns(site: TestSite) {
  site.house.settings.returnAddress = RETURN_ADDRESS;
  return returnsOf(site.house);
}

/** A report by a mail server, as it comes to the address that the mail named. */
export function aReport(status = '5.1.1', about = 'somebody@elsewhere.example') {
  const action = status.startsWith('4.4') ? 'delayed' : 'failed';
  return Buffer.from(
    [
      'From: MAILER-DAEMON@mx.example.org',
      'Subject: Undelivered Mail Returned to Sender',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=x',
      '',
      '--x',
      'Content-Type: text/plain',
      '',
      `<${about}>: it did not arrive.`,
      '--x',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example.org',
      '',
      `Final-Recipient: rfc822; ${about}`,
      `Action: ${action}`,
      `Status: ${status}`,
      '--x--',
      '',
    ].join('\r\n'),
  );
}

/** A reader's complaint, as a provider of mailboxes passes it on to the site's own address. */
export function aComplaint(sender: string) {
  return Buffer.from(
    [
      'From: feedback@example.org',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=feedback-report; boundary=x',
      '',
      '--x',
      'Content-Type: message/feedback-report',
      '',
      'Feedback-Type: abuse',
      `Original-Mail-From: <${sender}>`,
      '--x--',
      '',
    ].join('\r\n'),
  );
}

/** Where the newest mail to an address comes back to. */
export function returnPathTo(mailbox: Mailbox, address: string): string {
  return mailbox.mails().findLast(({ to }) => to.includes(address))?.returnPath ?? '';
}
