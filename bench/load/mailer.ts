import { layoutMail, openMailer } from '@groundwork/mail';
import { letterTo, oneClickOf, SENDER, toEach, type MailingTask } from '../letters.ts';
import { answerTasks } from './tasks.ts';

/** Our mailer without the rest of the site: lays out and sends each letter as the worker does. */
answerTasks(async ({ smtpUrl, count, signing }: MailingTask) => {
  const mailer = openMailer({ smtpUrl, mailFrom: SENDER, ...(signing && { dkim: signing }) });
  await toEach(count, (receiver) => {
    const letter = letterTo(receiver);
    return mailer.send({
      messageId: `<${receiver.address}>`,
      to: receiver.address,
      subject: letter.heading,
      language: letter.language,
      unsubscribeUrl: oneClickOf(receiver),
      own: [receiver.name, letter.button?.url, letter.unsubscribe?.url].filter(
        (words) => words !== undefined,
      ),
      ...layoutMail(letter),
    });
  });
  await mailer.close();
  return null;
});
