import { simpleParser } from 'mailparser';
import { afterAll, expect, test } from 'vitest';
import { aPicture, everyBlock } from './fixtures.ts';
import { fillBlock, layoutMail, openMailer, place, messageSize } from './mail.ts';
import { startMailbox } from './testing.ts';

const mailbox = await startMailbox();
const mailer = openMailer({ smtpUrl: mailbox.url, mailFrom: 'Valley <hello@valley.example>' });
afterAll(async () => {
  await mailer.close();
  await mailbox.close();
});

const picture = aPicture('march@valley.example');
const template = {
  ...{ subject: `Be there, ${place('first-name')}`, language: 'en', unsubscribeUrl: place('oneClick') },
  letter: {
    ...{ language: 'en', direction: 'ltr' as const, siteName: 'Eastside', paragraphs: [] },
    ...{ blocks: everyBlock(), preheader: 'Thursday at six', footer: ['You signed.'] },
  },
  attachments: [
    picture,
    { filename: 'meeting.ics', contentType: 'text/calendar; charset=utf-8', content: place('seal') },
  ],
};

/** Reads back from the server what one of these got. */
async function receivedBy(name: string) {
  const own = { 'first-name': name, seal: `seal-${name}`, oneClick: `https://example.org/out/${name}` };
  const messageId = `<letter-${name}@valley.example>`;
  await (await mailer.prepare(template)).send({ messageId, to: 'ruth@example.com', values: own });
  const mail = await mailbox.waitFor((one) => one.messageId === messageId);
  return { own, mail, parsed: await simpleParser(mail.raw, { keepCidLinks: true }) };
}

test('a letter of blocks arrives with its pictures inside it, and what is attached beside it', async () => {
  const { mail, parsed } = await receivedBy('Ruth');
  expect([...mail.raw.matchAll(/^Content-Type: ([\w/]+)/gm)].map(([, type]) => type)).toEqual([
    ...['multipart/mixed', 'multipart/alternative', 'text/plain', 'multipart/related', 'text/html'],
    ...['image/png', 'text/calendar'],
  ]);
  const [inline, file] = parsed.attachments;
  expect(inline).toMatchObject({
    contentId: '<march@valley.example>',
    contentDisposition: 'inline',
    related: true,
  });
  expect(inline?.content.toString('base64')).toBe(picture.content);
  expect(file).toMatchObject({ filename: 'meeting.ics', contentDisposition: 'attachment' });
  expect(file?.content.toString()).toBe('seal-Ruth');
});

test('how large a letter is with its pictures is known before it is sent', async () => {
  const { own, mail } = await receivedBy('Mira');
  const size = await messageSize(template, 'Valley <hello@valley.example>', own);
  expect(Math.abs(size - Buffer.byteLength(mail.raw))).toBeLessThan(100);
});

test.for(['Ruth', 'عبد الرحمن', 'b'])('and %s reads what is theirs', async (name) => {
  const { own, mail, parsed } = await receivedBy(name.replaceAll(/[^\p{L}]/gu, ''));
  const alone = layoutMail({
    ...template.letter,
    blocks: template.letter.blocks.map((block) => fillBlock(block, own)),
  });
  expect(parsed.html).toBe(alone.html);
  expect(mail.text.trim()).toBe(alone.text.trim());
  expect(mail.subject).toBe(`Be there, ${own['first-name']}`);
  expect(mail.headers.get('list-unsubscribe')).toBe(`<${encodeURI(own.oneClick)}>`);
});

test('a name of an inline picture that could end its header is a mistake of the caller', async () => {
  const attachments = [aPicture('a">\r\nBcc: eve@example.org')];
  await expect(mailer.prepare({ ...template, attachments })).rejects.toThrow(TypeError);
});
