import { typedText } from '@groundwork/words/testing';
import { array, assert, asyncProperty, constantFrom, oneof, record, string } from 'fast-check';
import { simpleParser } from 'mailparser';
import { afterAll, describe, expect, test } from 'vitest';
import {
  fillPlaces,
  fillAddress,
  fillFile,
  layoutMail,
  openMailer,
  place,
  type MailTemplate,
  type Values,
} from './mail.ts';
import { buildMessage } from './message.ts';
import { prepareMessage } from './template.ts';
import { startMailbox, type ReceivedMail } from './testing.ts';

const mailFrom = 'Vecinas Unidas, Ñuñoa <hola@example.org>';
const head = { messageId: '<a@b.test>', to: 'ana@example.org' };

/** A template of all parts that may have places, of these texts. */
function aTemplate(
  texts: { subject?: string; heading?: string; paragraphs?: string[]; language?: 'es' | 'ar' } = {},
) {
  const { subject = 'Más buses', heading = 'Más buses', paragraphs = ['Hola'], language = 'es' } = texts;
  return {
    ...{ subject, language, replyTo: 'Marta <marta@example.org>' },
    unsubscribeUrl: place('oneClick'),
    letter: {
      ...{ language, heading, paragraphs, siteName: 'Ñuñoa', footer: ['Porque firmaste.'] },
      direction: language === 'ar' ? 'rtl' : 'ltr',
      button: { label: 'Mira', url: `https://example.org/campañas/más-buses?a=1&to=${place('seal')}#here` },
      unsubscribe: { label: 'Ya no quiero', url: `https://example.org/leave/${place('seal')}` },
    },
    attachments: [
      { filename: 'a.txt', contentType: 'text/plain', content: `${paragraphs[0]}\n` },
      {
        filename: 'reunión.ics',
        contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
        content: `BEGIN:VCALENDAR\r\nDESCRIPTION:${'larga '.repeat(20)}${place('name')}\r\nEND:VCALENDAR\r\n`,
      },
    ],
  } satisfies MailTemplate;
}

/** The same mail as if it were the only one: its letter is filled in, and then composed. */
function aloneOf(
  { letter, subject, unsubscribeUrl, attachments, ...rest }: ReturnType<typeof aTemplate>,
  values: Values,
) {
  const words = (text: string) => fillPlaces(text, values);
  const { button, unsubscribe, heading, paragraphs, footer } = letter;
  const filled = {
    ...letter,
    ...{ heading: words(heading), paragraphs: paragraphs.map(words), footer: footer.map(words) },
    button: { ...button, url: fillAddress(button.url, values) },
    unsubscribe: { ...unsubscribe, url: fillAddress(unsubscribe.url, values) },
  };
  return {
    ...{ ...head, ...rest, ...layoutMail(filled), subject: words(subject) },
    unsubscribeUrl: fillAddress(unsubscribeUrl, values),
    attachments: attachments.map((file) => ({
      ...file,
      content: fillFile(file.content, file.contentType, values),
    })),
  };
}

const aValue = oneof(
  typedText(60),
  string({ unit: 'binary', maxLength: 40 }),
  constantFrom(place('seal'), '<b>&"\'', ''),
);
const values = record({
  name: aValue,
  seal: string({ maxLength: 60 }).map((seal) => `s${seal.toWellFormed()}`),
  oneClick: constantFrom('https://example.org/out/1', 'http://example.org/out?a=1&b=2'),
});
const aText = array(oneof(typedText(40), constantFrom(place('name'), place('seal'), '\n')), {
  maxLength: 5,
}).map((parts) => parts.join(''));
const texts = record({
  subject: aText,
  heading: aText,
  paragraphs: array(aText, { minLength: 1, maxLength: 3 }),
});

async function bothOf(template: ReturnType<typeof aTemplate>, own: Values) {
  const { message } = (await prepareMessage(template, mailFrom))({ ...head, values: own });
  const alone = await buildMessage(aloneOf(template, own), mailFrom);
  const [filled, composed] = await Promise.all([simpleParser(message), simpleParser(alone.message)]);
  return { message: message.toString(), filled, composed };
}

test('whatever a letter says and whatever its values are, what arrives is what was said', async () => {
  await assert(
    asyncProperty(texts, values, async (said, own) => {
      const template = aTemplate(said);
      const { filled, composed, message } = await bothOf(template, own);
      const told = ({ subject, text, html, attachments, headerLines }: typeof filled) => ({
        ...{ subject, text, html },
        files: attachments.map(({ filename, content }) => [filename, content.toString()]),
        fields: headerLines
          .filter(({ line }) => line !== 'Subject: ')
          .map(({ key, line }) =>
            ['date', 'content-type'].includes(key) ? key : line.replaceAll(/\r\n\s+/g, ' '),
          ),
      });
      expect(told(filled)).toEqual(told(composed));
      const alone = aloneOf(template, own);
      expect(filled.attachments.map(({ content }) => content.toString())).toEqual(
        alone.attachments.map(({ content }) => content.toWellFormed()),
      );
      expect(filled.headerLines.find(({ key }) => key === 'list-unsubscribe')?.line).toBe(
        `List-Unsubscribe: <${own.oneClick}>`,
      );
      expect(message).not.toMatch(/[^\r]\n|\r[^\n]/);
      // Of a header only what has blanks can be folded.
      const body = message.slice(message.indexOf('\r\n\r\n')).split('\r\n');
      expect(Math.max(...body.map((line) => line.length))).toBeLessThanOrEqual(78);
    }),
    { numRuns: 60 },
  );
});

test('no value forges a place, a header, markup, a property of a calendar or a link elsewhere', async () => {
  await assert(
    asyncProperty(values, async (own) => {
      const { filled } = await bothOf(
        aTemplate({ subject: place('name'), paragraphs: [place('name')] }),
        own,
      );
      const plain = await bothOf(aTemplate({ subject: 'x', paragraphs: ['x'] }), {
        ...own,
        name: 'x',
        seal: 'x',
      });
      const tagsOf = (html?: string | false) =>
        [...(html || '').matchAll(/<[^>]*>/g)].map(([tag]) => tag.replace(/href=".*?"/, ''));
      expect(tagsOf(filled.html).filter((tag) => tag !== '<br>')).toEqual(tagsOf(plain.filled.html));
      expect([...filled.headers.keys()].filter((key) => key !== 'subject')).toEqual(
        [...plain.filled.headers.keys()].filter((key) => key !== 'subject'),
      );
      const lines = filled.attachments[1]?.content.toString().replaceAll('\r\n ', '').split('\r\n') ?? [];
      expect(lines.map((line) => line.split(':')[0])).toEqual(['BEGIN', 'DESCRIPTION', 'END', '']);
      for (const [, url = ''] of (filled.html || '').matchAll(/href="(.*?)"/g))
        expect(url).toMatch(/^https:\/\/example\.org\/(campa|leave)/);
      expect(`${filled.subject}${filled.text}${filled.html}`).not.toMatch(/[\ufff9\ufffb]/);
    }),
    { numRuns: 60 },
  );
});

describe('a value of a link', () => {
  const url = `https://example.org/leave/${place('seal')}`;

  test.for(['..', '.', '../..', '..\\..'])('does not climb out of it: %s', (seal) => {
    try {
      expect(fillAddress(url, { seal })).toMatch(/^https:\/\/example\.org\/leave\//);
    } catch (error) {
      expect(error).toBeInstanceOf(TypeError);
    }
  });

  test.for([
    `https://example.org${place('seal')}/`,
    `${place('seal')}://example.org`,
    `https://${place('seal')}/x`,
  ])('is never part of its host: %s', (text) => {
    expect(() => fillAddress(text, { seal: '.evil.test' })).toThrow(TypeError);
  });

  test('that is a whole address is one of the web', () => {
    expect(fillAddress(place('url'), { url: 'https://example.org/a b' })).toBe('https://example.org/a%20b');
    expect(() => fillAddress(place('url'), { url: 'javascript:alert(1)' })).toThrow(TypeError);
  });

  test('that is missing is a mistake of the caller', () => {
    expect(() => fillAddress(url, {})).toThrow(TypeError);
    expect(() => fillPlaces(place('toString'), {})).toThrow(TypeError);
  });
});

const mailbox = await startMailbox();
const mailer = openMailer({ smtpUrl: mailbox.url, mailFrom });
afterAll(async () => {
  await mailer.close();
  await mailbox.close();
});

async function received(
  template: MailTemplate,
  mail: { messageId: string; to: string; values: Values },
): Promise<ReceivedMail> {
  await (await mailer.prepare(template)).send(mail);
  return mailbox.waitFor(({ messageId }) => messageId === mail.messageId);
}
const valuesOf = (n: number) => ({
  name: `Reader ${n}`,
  seal: `seal${n}`,
  oneClick: `https://example.org/one-click/${n}`,
});
const mailTo = (n: number) => ({
  messageId: `<letter-${n}@example.org>`,
  to: `reader${n}@example.com`,
  values: valuesOf(n),
});

test.for([
  {
    name: 'punctuation',
    paragraphs: ['Se logró.', '.punto', 'a = b, y  \nuna línea rota  ', 'larga '.repeat(80)],
  },
  { name: 'arabic', paragraphs: ['حافلات أكثر للوادي كله، وفي الليل أيضا.'], language: 'ar' as const },
  { name: 'one-word', paragraphs: ['x'.repeat(2_000)] },
])('a mail of a template says what it would say if composed alone: $name', async ({ name, ...words }) => {
  const template = aTemplate({
    subject: 'Más buses para todo el valle, y que pasen de noche también',
    ...words,
  });
  for (const n of [1, 2]) {
    const mail = { ...mailTo(n), messageId: `<cut-${n}-${name}@example.org>` };
    const cut = await received(template, mail);
    const messageId = `<alone-${n}-${name}@example.org>`;
    await mailer.send({ ...aloneOf(template, mail.values), messageId, to: mail.to });
    const whole = await mailbox.waitFor((one) => one.messageId === messageId);
    expect([cut.subject, cut.text, cut.html, cut.to]).toEqual([
      whole.subject,
      whole.text,
      whole.html,
      [mail.to],
    ]);
    expect(Math.abs(Date.parse(cut.headers.get('date') ?? '') - Date.now())).toBeLessThan(60_000);
  }
});

test('what is said to one alone is read by no other', async () => {
  const prepared = await mailer.prepare(aTemplate({ paragraphs: [`Only for ${place('name')}.`] }));
  await Promise.all([11, 12, 13, 14].map((n) => prepared.send(mailTo(n))));
  for (const n of [11, 12, 13, 14]) {
    const mail = await mailbox.waitFor(({ messageId }) => messageId === mailTo(n).messageId);
    expect(mail.to).toEqual([`reader${n}@example.com`]);
    expect(mail.headers.get('to')).toBe(`reader${n}@example.com`);
    expect(mail.headers.get('list-unsubscribe')).toBe(`<https://example.org/one-click/${n}>`);
    expect(mail.text).toContain(`Only for Reader ${n}.`);
    expect(mail.html).toContain(`to=seal${n}#here`);
    for (const other of [11, 12, 13, 14].filter((one) => one !== n)) {
      expect(mail.raw).not.toContain(`reader${other}@`);
      expect(`${mail.text}${mail.html}`).not.toMatch(new RegExp(`Reader ${other}|seal${other}`));
    }
  }
});

test('a receiver at a domain in any script is written in ASCII', async () => {
  for (const [n, domain, ascii] of [
    [31, 'bücher.example', 'xn--bcher-kva.example'],
    [32, 'مثال.example', 'xn--mgbh0fb.example'],
  ] as const) {
    const mail = await received(aTemplate(), { ...mailTo(n), to: `ada@${domain}` });
    // The server of the tests reads the envelope in the script it was meant in.
    expect([mail.headers.get('to'), mail.to]).toEqual([`ada@${ascii}`, [`ada@${domain}`]]);
    // No byte of a header is anything else.
    expect(mail.raw.slice(0, mail.raw.indexOf('\r\n\r\n'))).toMatch(/^[\x20-\x7e\r\n\t]*$/);
  }
});

test('a receiver that is no address is refused before any of it is sent', async () => {
  const before = mailbox.mails().length;
  const wrong = { ...mailTo(21), to: 'ada@example.com\r\nBcc: eve@example.com' };
  await expect((await mailer.prepare(aTemplate())).send(wrong)).rejects.toThrow('not an address');
  expect(mailbox.mails()).toHaveLength(before);
});
