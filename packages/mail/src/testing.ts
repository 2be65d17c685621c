import { EventEmitter, once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerAddress, type SMTPServerDataStream } from 'smtp-server';

export type ReceivedMail = {
  messageId: string;
  from: string;
  /** Whom the server was told to give it to, whatever the header says. */
  to: string[];
  /** Where the server was told that it comes back to. */
  returnPath: string;
  subject: string;
  text: string;
  html: string;
  /** By lower-case name; the last one when there are several. Unfolded, not decoded. */
  headers: Map<string, string>;
  attachments: { filename: string; contentType: string; content: string }[];
  /** As it came over the wire. */
  raw: string;
};

export type Mailbox = {
  url: string;
  /** All that came so far, oldest first. */
  mails(): ReceivedMail[];
  /** The first mail that fits, at once if it is already here; rejects after 45 seconds with the subjects that came. */
  waitFor(fits: (mail: ReceivedMail) => boolean): Promise<ReceivedMail>;
  /** From now on answers this receiver, or all of a domain (`@example.org`), with the code; 550 unless told, 0: as before. */
  refuse(address: string, code?: number): void;
  /** From now on the whole server is in this mood; without one it is well again. */
  disturb(mood?: Mood): void;
  close(): Promise<void>;
};

/** What a server in trouble does. Codes are SMTP's: 421, 451, 550. */
type Mood = {
  /** Its answer to whoever connects. */
  greeting?: number;
  /** Its answer to every receiver. */
  receivers?: number;
  /** It lets no mail out that is from an address with this in it. */
  refusedSender?: string;
  /** Called when a mail was taken, before its "yes" is said. */
  beforeYes?: () => void;
};

/** A real SMTP server on a free port, or on the one given, that keeps what it gets; for this machine alone, unless told. */
export async function startMailbox({ port = 0, host = '127.0.0.1' } = {}): Promise<Mailbox> {
  const mails: ReceivedMail[] = [];
  const refused = new Map<string, number>();
  let mood: Mood = {};
  const arrivals = new EventEmitter().setMaxListeners(0);
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    // Mailers keep connections open; closing should not wait for them.
    closeTimeout: 50,
    onConnect: (_session, answer) => answer(refusal(mood.greeting, 'Not now')),
    onRcptTo({ address }, _session, answer) {
      const code = refused.get(address) ?? refused.get(address.slice(address.indexOf('@'))) ?? mood.receivers;
      answer(refusal(code, `<${address}> is not taken`));
    },
    onData(stream, { envelope }, answer) {
      void receive(stream, envelope).then((mail) => {
        if (mood.refusedSender && mail.from.includes(mood.refusedSender))
          return answer(refusal(550, '5.7.1 This sender is not yours'));
        mails.push(mail);
        arrivals.emit('mail', mail);
        mood.beforeYes?.();
        answer();
      }, answer);
    },
  });
  // A client that hangs up in the middle of a command is its own business.
  server.on('error', () => {});
  server.listen(port, host);
  await once(server.server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    mails: () => [...mails],
    waitFor: (fits) => firstThat(fits, mails, arrivals),
    refuse: (address, code = 550) => void (code === 0 ? refused.delete(address) : refused.set(address, code)),
    disturb: (next = {}) => void (mood = next),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

function refusal(responseCode: number | undefined, words: string): Error | undefined {
  return responseCode === undefined ? undefined : Object.assign(new Error(words), { responseCode });
}

async function firstThat(
  fits: (mail: ReceivedMail) => boolean,
  mails: ReceivedMail[],
  arrivals: EventEmitter,
): Promise<ReceivedMail> {
  const here = mails.find(fits);
  if (here) return here;
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      arrivals.off('mail', look);
      const subjects = mails.map(({ subject, to }) => `${subject} (${to.join(', ')})`).join('; ');
      reject(new Error(`The mail did not come within 45 seconds. What came: ${subjects || 'nothing'}.`));
    }, 45_000);
    function look(mail: ReceivedMail) {
      if (!fits(mail)) return;
      clearTimeout(late);
      arrivals.off('mail', look);
      resolve(mail);
    }
    arrivals.on('mail', look);
  });
}

type Envelope = { rcptTo: SMTPServerAddress[]; mailFrom: SMTPServerAddress | false };

async function receive(stream: SMTPServerDataStream, { rcptTo, mailFrom }: Envelope): Promise<ReceivedMail> {
  const raw = await readText(stream);
  const parsed = await simpleParser(raw);
  return {
    messageId: parsed.messageId ?? '',
    from: parsed.from?.text ?? '',
    to: rcptTo.map(({ address }) => address),
    returnPath: mailFrom ? mailFrom.address : '',
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    html: parsed.html || '',
    headers: headersOf(parsed),
    attachments: parsed.attachments.map(({ filename = '', contentType, content }) => ({
      filename,
      contentType,
      content: content.toString(),
    })),
    raw,
  };
}

function headersOf({ headerLines }: ParsedMail): Map<string, string> {
  const unfolded = headerLines.map(({ key, line }): [string, string] => [
    key.toLowerCase(),
    line
      .slice(line.indexOf(':') + 1)
      .replaceAll(/\r?\n[ \t]+/g, ' ')
      .trim(),
  ]);
  return new Map(unfolded);
}
