import { openMailer, place } from '@groundwork/mail';
import { letterTo, oneClickOf, SENDER, toEach, type MailingTask } from '../letters.ts';
import { answerTasks } from './tasks.ts';

const places = { name: place('name'), address: '', seal: place('seal') };
const letter = letterTo(places);

/** Our mailer without the rest of the site: fills in and sends each letter as the worker does. */
answerTasks(async ({ smtpUrl, count, signing }: MailingTask) => {
  const mailer = openMailer({ smtpUrl, mailFrom: SENDER, ...(signing && { dkim: signing }) });
  const { heading: subject = '', language } = letter;
  const template = await mailer.prepare({ letter, subject, language, unsubscribeUrl: oneClickOf(places) });
  await toEach(count, ({ address, name, seal }) =>
    template.send({ messageId: `<${address}>`, to: address, values: { name, seal } }),
  );
  await mailer.close();
  return null;
});
