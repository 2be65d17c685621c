import { afterEach, expect, test } from 'vitest';
import { type Mail, type Mailer, MailRefused, openMailer } from './mail.ts';
import { asRefusal } from './refusal.ts';
import { type Mailbox, startMailbox } from './testing.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0).toReversed()) await thing.close();
});

async function aMailbox(port?: number): Promise<Mailbox> {
  const mailbox = await startMailbox(port === undefined ? {} : { port });
  open.push(mailbox);
  return mailbox;
}

function aMailer(smtpUrl: string): Mailer {
  const mailer = openMailer({ smtpUrl, mailFrom: 'Vecinas Unidas, Ñuñoa <hola@example.org>' });
  open.push(mailer);
  return mailer;
}

const aMail = (changes: Partial<Mail> = {}): Mail => ({
  messageId: '<018f-1@example.org>',
  to: 'ada@example.com',
  subject: 'Confirm your name',
  text: 'Plain words. ñ',
  html: '<p>Rich words. ñ</p>',
  language: 'en',
  ...changes,
});

const toAda = ({ to }: { to: string[] }) => to.includes('ada@example.com');

test('a mail arrives as text and as HTML, under its own id, in its language', async () => {
  const mailbox = await aMailbox();
  await aMailer(mailbox.url).send(aMail({ language: 'es', replyTo: 'Marta <marta@example.org>' }));
  const mail = await mailbox.waitFor(toAda);
  expect(mail.text.trim()).toBe('Plain words. ñ');
  expect(mail.html).toContain('<p>Rich words. ñ</p>');
  expect(mail.messageId).toBe('<018f-1@example.org>');
  expect(mail.from).toBe('"Vecinas Unidas, Ñuñoa" <hola@example.org>');
  expect(mail.headers.get('content-type')).toMatch(/^multipart\/alternative/);
  expect(mail.headers.get('content-language')).toBe('es');
  expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
  expect(mail.headers.get('reply-to')).toBe('Marta <marta@example.org>');
  expect(mail.headers.has('x-mailer')).toBe(false);
  expect(mail.headers.has('list-unsubscribe')).toBe(false);
});

test('a mail comes back to its sender, or to an address of its own, which its header does not show', async () => {
  const mailbox = await aMailbox();
  const mailer = aMailer(mailbox.url);
  await mailer.send(aMail());
  await mailer.send(aMail({ returnPath: 'returns+x7@groves.example' }));
  const [one, other] = mailbox.mails();
  expect([one?.returnPath, other?.returnPath]).toEqual(['hola@example.org', 'returns+x7@groves.example']);
  expect(other?.raw).not.toContain('returns+x7');
  await expect(mailer.send(aMail({ returnPath: 'a@b> SIZE=1' }))).rejects.toThrow(TypeError);
});

test('a mail with an unsubscribe address can be left with one click', async () => {
  const mailbox = await aMailbox();
  const unsubscribeUrl = `https://example.org/leave/${'t'.repeat(120)}?g=1`;
  await aMailer(mailbox.url).send(aMail({ unsubscribeUrl }));
  const { headers } = await mailbox.waitFor(toAda);
  expect(headers.get('list-unsubscribe')).toBe(`<${unsubscribeUrl}>`);
  expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
});

test('an attached calendar arrives whole', async () => {
  const mailbox = await aMailbox();
  const content = 'BEGIN:VCALENDAR\r\nSUMMARY:Asamblea ñ\r\nEND:VCALENDAR\r\n';
  const attachment = {
    filename: 'asamblea ñ.ics',
    contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
    content,
  };
  await aMailer(mailbox.url).send(aMail({ attachments: [attachment] }));
  const { attachments } = await mailbox.waitFor(toAda);
  expect(attachments).toEqual([{ filename: 'asamblea ñ.ics', contentType: 'text/calendar', content }]);
});

test('no word of a mail becomes a header or a receiver', async () => {
  const mailbox = await aMailbox();
  const mailer = aMailer(mailbox.url);
  const inject = 'x\r\nBcc: eve@example.com\r\n\r\nbody';
  await mailer.send(
    aMail({
      subject: inject,
      from: `Eve\r\nBcc: eve@example.com <hola@example.org>`,
      replyTo: `Eve\nX-Evil: 1 <hola@example.org>`,
      attachments: [{ filename: inject, contentType: 'text/plain', content: 'x' }],
    }),
  );
  const mail = await mailbox.waitFor(toAda);
  expect(mail.to).toEqual(['ada@example.com']);
  expect(mail.headers.has('bcc')).toBe(false);
  expect(mail.headers.has('x-evil')).toBe(false);
  expect(mail.subject).toBe('x Bcc: eve@example.com body');
  expect(mail.raw).not.toMatch(/^(bcc|x-evil):/im);
});

test.each([
  { messageId: '<a@b>\r\nBcc: eve@example.com' },
  { language: 'en\r\nBcc: eve@example.com' },
  { unsubscribeUrl: 'javascript:alert(1)' },
  { attachments: [{ filename: 'a', contentType: 'text/plain\r\nBcc: eve@example.com', content: '' }] },
])('a part without its form is a mistake of the caller: %o', async (changes) => {
  const mailbox = await aMailbox();
  await expect(aMailer(mailbox.url).send(aMail(changes))).rejects.toThrow(TypeError);
  expect(mailbox.mails()).toEqual([]);
});

test.each([
  '',
  'ada',
  'ada@example.com, eve@example.com',
  'ada@example.com\r\nRCPT TO:<eve@example.com>',
  '<ada@b.c>',
])('a receiver that is no address is refused for good: %j', async (to) => {
  const mailbox = await aMailbox();
  await expect(aMailer(mailbox.url).send(aMail({ to }))).rejects.toThrow(MailRefused);
  expect(mailbox.mails()).toEqual([]);
});

test('a receiver whom the server refuses is refused for good, and the next one gets theirs', async () => {
  const mailbox = await aMailbox();
  const mailer = aMailer(mailbox.url);
  mailbox.refuse('gone@example.com');
  const refusal = await mailer.send(aMail({ to: 'gone@example.com' })).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(MailRefused);
  expect(String(refusal)).toContain('550');
  expect(String(refusal)).not.toContain('gone@');
  await mailer.send(aMail());
  await mailbox.waitFor(toAda);
});

test.each([
  ['550 5.1.1', true],
  ['552 5.2.2', true],
  ['552 5.3.4', true],
  ['554 5.6.0', true],
  ['550', true],
  ['554', false],
  ['550 5.4.5', false],
  ['554 5.7.1', false],
  ['550 5.7.60', false],
  ['550 5.1.8', false],
  ['451 4.7.1', false],
])('the answer %s is about the mail itself: %s', (answer, isRefused) => {
  const [code] = answer.split(' ');
  const error = Object.assign(new Error(answer), {
    response: `${answer} words for <ada@example.com>`,
    responseCode: Number(code),
    command: 'RCPT TO',
  });
  const meant = asRefusal(error);
  expect(meant instanceof MailRefused).toBe(isRefused);
  expect(String(meant)).not.toContain('ada@');
});

test('a receiver whom the server postpones is not refused', async () => {
  const mailbox = await aMailbox();
  mailbox.refuse('busy@example.com', 451);
  const failure = await aMailer(mailbox.url)
    .send(aMail({ to: 'busy@example.com' }))
    .catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(Error);
  expect(failure).not.toBeInstanceOf(MailRefused);
  expect(String(failure)).toContain('451');
  expect(String(failure)).not.toContain('busy@');
});

test('a server that is down is for now only: once it is up the same mailer sends', async () => {
  const first = await startMailbox();
  const mailer = aMailer(first.url);
  await mailer.verify();
  await mailer.send(aMail());
  await first.close();
  await expect(mailer.verify()).rejects.toThrow();
  const failure = await mailer.send(aMail()).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(Error);
  expect(failure).not.toBeInstanceOf(MailRefused);
  const second = await aMailbox(Number(new URL(first.url).port));
  await mailer.send(aMail());
  await second.waitFor(toAda);
});

test('closing waits for the mail that is on its way', async () => {
  const mailbox = await aMailbox();
  const mailer = openMailer({ smtpUrl: mailbox.url, mailFrom: 'a@example.org' });
  const sent = Promise.all(
    [1, 2, 3].map((number) => mailer.send(aMail({ messageId: `<${number}@example.org>` }))),
  );
  await mailer.close();
  await sent;
  expect(mailbox.mails()).toHaveLength(3);
});
