import { layoutMail } from '@groundwork/mail';
import nodemailer from 'nodemailer';
import { letterTo, NEWS, oneClickOf, SENDER, toEach, type MailingTask, type Receiver } from '../letters.ts';
import { answerTasks } from '../load/tasks.ts';

/** The limit of mailing: nodemailer's pool, which composes each mail from a text and an HTML with the names put in. */
const marks: Receiver = { name: '@name@', address: '@address@', seal: '@seal@' };
const template = layoutMail(letterTo(marks));
const oneClick = oneClickOf(marks);

answerTasks(async ({ smtpUrl, count, signing }: MailingTask) => {
  const transport = nodemailer.createTransport({
    ...{ url: smtpUrl, pool: true, maxConnections: 5, maxMessages: 500 },
    ...(signing && { dkim: signing }),
  });
  await toEach(count, (receiver) =>
    transport.sendMail({
      from: SENDER,
      to: receiver.address,
      subject: NEWS.title,
      text: filled(template.text, receiver),
      html: filled(template.html, receiver),
      list: { unsubscribe: filled(oneClick, receiver) },
      headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
    }),
  );
  transport.close();
  return null;
});

function filled(text: string, { name, seal }: Receiver) {
  return text.replaceAll('@name@', name).replaceAll('@seal@', seal);
}
