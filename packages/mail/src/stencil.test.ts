import { afterAll, expect, test } from 'vitest';
import { layoutMail } from './layout.ts';
import { type Mail, openMailer } from './mail.ts';
import { startMailbox, type ReceivedMail } from './testing.ts';

const mailbox = await startMailbox();
const mailer = openMailer({ smtpUrl: mailbox.url, mailFrom: 'Vecinas Unidas, Ñuñoa <hola@example.org>' });
afterAll(async () => {
  await mailer.close();
  await mailbox.close();
});

type Words = { paragraphs: string[]; language?: 'en' | 'es' | 'ar' };
type Case = Words & { name: string };

/** A letter to one of many, as a site sends news: `n` is in its addresses, and nowhere else. */
function aLetter(n: number, { paragraphs, language = 'es' }: Words): Mail {
  const url = `https://example.org/campañas/más-buses?a=1&b=2&to=${n}#here`;
  const leave = { label: 'Ya no quiero', url: `https://example.org/leave/${String(n).padStart(150, 'x=')}` };
  const letter = layoutMail({
    language,
    direction: language === 'ar' ? 'rtl' : 'ltr',
    siteName: 'Ñuñoa',
    heading: 'Más buses',
    paragraphs,
    button: { label: 'Mira', url },
    footer: ['Porque firmaste.'],
    unsubscribe: leave,
  });
  return {
    messageId: `<letter-${n}@example.org>`,
    to: `reader${n}@example.com`,
    subject: 'Más buses para todo el valle, y que pasen de noche también, que hace mucha falta',
    replyTo: 'Marta <marta@example.org>',
    language,
    unsubscribeUrl: `https://example.org/one-click/${n}`,
    own: [new URL(url).href, leave.url],
    ...letter,
  };
}

async function received(mail: Mail): Promise<ReceivedMail> {
  await mailer.send(mail);
  return mailbox.waitFor(({ messageId }) => messageId === mail.messageId);
}

test.for([
  {
    name: 'punctuation',
    paragraphs: ['Se logró.', '.punto', 'a = b, y  \nuna línea rota  ', 'larga '.repeat(80)],
  },
  { name: 'arabic', paragraphs: ['حافلات أكثر للوادي كله، وفي الليل أيضا.'], language: 'ar' },
  { name: 'one-word', paragraphs: ['x'.repeat(2_000)], language: 'en' },
] satisfies Case[])(
  'a mail of a stencil says what it would say if composed alone: $name',
  async ({ name, ...words }) => {
    for (const n of [1, 2]) {
      const { own: _own, ...alone } = aLetter(n, words);
      const whole = await received({
        ...alone,
        messageId: `<alone-${n}-${name}@example.org>`,
      });
      const cut = await received({
        ...aLetter(n, words),
        messageId: `<cut-${n}-${name}@example.org>`,
      });
      expect(cut.text).toBe(whole.text);
      expect(cut.html).toBe(whole.html);
      expect(cut.to).toEqual([`reader${n}@example.com`]);
      expect(fieldsOf(cut)).toEqual(fieldsOf(whole));
      expect(Math.abs(Date.parse(cut.headers.get('date') ?? '') - Date.now())).toBeLessThan(60_000);
      expect(
        cut.raw.split('\r\n').every((line) => line.length <= 76 || line.startsWith('List-Unsubscribe')),
      ).toBe(true);
    }
  },
);

/** All but what is a new one each time. */
function fieldsOf({ headers }: ReceivedMail) {
  const { date: _date, 'message-id': _id, 'content-type': type = '', ...rest } = Object.fromEntries(headers);
  return { ...rest, type: type.replace(/boundary=.*/, '') };
}

test('what is said to one alone is read by no other, named as their own or not', async () => {
  const to = (n: number) => ({ ...aLetter(n, { paragraphs: [`Only for ${n}.`] }) });
  const mails = await Promise.all([11, 12, 13, 14].map((n) => received(to(n))));
  for (const [place, mail] of mails.entries()) {
    const n = 11 + place;
    const others = [11, 12, 13, 14].filter((other) => other !== n);
    expect(mail.to).toEqual([`reader${n}@example.com`]);
    expect(mail.headers.get('to')).toBe(`reader${n}@example.com`);
    expect(mail.headers.get('list-unsubscribe')).toBe(`<https://example.org/one-click/${n}>`);
    expect(mail.text).toContain(`Only for ${n}.`);
    expect(mail.html).toContain(`to=${n}#here`);
    for (const other of others) {
      expect(mail.raw).not.toContain(`reader${other}@`);
      expect(`${mail.text}${mail.html}`).not.toMatch(new RegExp(`Only for ${other}|to=${other}#`));
    }
  }
});

test('a receiver at a domain in any script is written as when composed alone, in ASCII', async () => {
  for (const [n, domain, ascii] of [
    [31, 'bücher.example', 'xn--bcher-kva.example'],
    [32, 'مثال.example', 'xn--mgbh0fb.example'],
  ] as const) {
    const { own: _own, ...letter } = aLetter(n, { paragraphs: ['Hola'] });
    const to = `ada@${domain}`;
    const alone = await received({ ...letter, to, messageId: `<alone-${n}@example.org>` });
    const cut = await received({ ...aLetter(n, { paragraphs: ['Hola'] }), to });
    for (const mail of [alone, cut]) {
      expect([mail.headers.get('to'), mail.to]).toEqual([`ada@${ascii}`, alone.to]);
      // No byte of a header is anything else.
      expect(mail.raw.slice(0, mail.raw.indexOf('\r\n\r\n'))).toMatch(/^[\x20-\x7e\r\n\t]*$/);
    }
  }
});

test('a receiver that is no address is refused before any of it is sent', async () => {
  const before = mailbox.mails().length;
  const wrong = { ...aLetter(21, { paragraphs: ['Hola'] }), to: 'ada@example.com\r\nBcc: eve@example.com' };
  await expect(mailer.send(wrong)).rejects.toThrow('not an address');
  expect(mailbox.mails()).toHaveLength(before);
});
