import type { Mailer } from '@groundwork/mail';
import { expect, test } from 'vitest';
import { aSite } from '../testing.ts';
import { promiseMail, sendMail } from './actions.ts';
import { mails } from './tables.ts';

test('a mail that one worker is sending is sent by no other, and keeps none waiting', async () => {
  const { house } = await aSite();
  await house.db.transaction((tx) =>
    promiseMail(tx, {
      key: 'greeting',
      to: 'sam@example.org',
      language: 'en',
      subject: 'Hello',
      letter: { heading: 'Hello', paragraphs: ['Good to have you.'] },
    }),
  );
  const [mail] = await house.db.select().from(mails);
  const begun = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<void>();
  let sentCount = 0;
  const mailer: Mailer = {
    async send() {
      sentCount += 1;
      begun.resolve();
      await answer.promise;
    },
    verify: async () => {},
    close: async () => {},
  };
  const first = sendMail({ ...house, mailer }, mail?.id ?? '');
  await begun.promise;
  await expect(sendMail({ ...house, mailer }, mail?.id ?? '')).rejects.toThrow();
  answer.resolve();
  await first;
  await sendMail({ ...house, mailer }, mail?.id ?? '');
  expect(sentCount).toBe(1);
});
