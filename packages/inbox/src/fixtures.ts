import nodemailer from 'nodemailer';

/** A report by a mail server, as it comes to the address that the mail named. */
export function aReturnReport(status = '5.1.1', about = 'somebody@elsewhere.example') {
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

/** Brings a message over LMTP, as a mail server does; resolves to the codes with which receivers were refused. */
export async function bringMail(port: number, to: string, raw: Uint8Array | string): Promise<number[]> {
  const transport = nodemailer.createTransport({ host: '127.0.0.1', port, lmtp: true, ignoreTLS: true });
  const { rejectedErrors = [] } = await transport.sendMail({
    envelope: { from: '', to: [to] },
    raw: Buffer.from(raw),
  });
  return rejectedErrors.map(({ responseCode = 0 }) => responseCode);
}
