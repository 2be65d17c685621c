import { typedText } from '@groundwork/words/testing';
import { array, assert, asyncProperty, property, record } from 'fast-check';
import { simpleParser } from 'mailparser';
import MailComposer from 'nodemailer/lib/mail-composer';
import { expect, test } from 'vitest';
import { layoutMail } from './layout.ts';
import { composeMessage } from './message.ts';
import { MailRefused } from './refusal.ts';

const words = record({
  heading: typedText(120),
  paragraphs: array(typedText(), { maxLength: 3 }),
  footer: typedText(200),
});
const written = words.map(({ heading, paragraphs, footer }) => ({
  heading,
  ...layoutMail({
    language: 'ar',
    direction: 'rtl',
    siteName: heading,
    heading,
    paragraphs,
    footer: [footer],
  }),
}));
const head = { messageId: '<a@b.test>', to: 'ana@example.org', language: 'es' };

test('words in a letter never become markup, and its lines of plain text hold nothing but words', () => {
  assert(
    property(words, ({ heading, paragraphs, footer }) => {
      const bare = { language: 'en', direction: 'ltr' as const, siteName: 'S' };
      const { html } = layoutMail({ ...bare, heading, paragraphs, footer: [footer] });
      const same = layoutMail({
        ...bare,
        heading: 'h',
        paragraphs: paragraphs.map(() => 'p'),
        footer: ['f'],
      });
      expect(tagsOf(html)).toEqual(tagsOf(same.html));
    }),
  );
});

test('nothing typed adds a header or a receiver to a mail', async () => {
  await assert(
    asyncProperty(written, typedText(200), async ({ heading, text, html }, name) => {
      const mail = {
        ...head,
        subject: heading,
        from: `"${name.replaceAll(/["\\]/g, '')}" <a@b.test>`,
        text,
        html,
      };
      const composed = await new MailComposer(composeMessage(mail, 'a@b.test')).compile().build();
      const { headers, to } = await simpleParser(composed);
      expect([...headers.keys()].sort()).toEqual(
        [
          'auto-submitted',
          'content-language',
          'content-type',
          'date',
          'from',
          'message-id',
          'mime-version',
          'subject',
          'to',
        ].filter((key) => key !== 'subject' || headers.has('subject')),
      );
      expect([to].flat().map((one) => one?.text)).toEqual(['ana@example.org']);
    }),
    { numRuns: 50 },
  );
});

test('an address that is none is refused by name', () => {
  assert(
    property(typedText(300), (to) => {
      try {
        composeMessage({ ...head, to, subject: 's', text: 't', html: 'h' }, 'a@b.test');
      } catch (error) {
        expect(error).toBeInstanceOf(MailRefused);
      }
    }),
  );
});

function tagsOf(html: string) {
  return [...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag).filter((tag) => tag !== '<br>');
}
