/** This mail will never be taken: there is no such address, or the server refuses it for good. Do not try again. */
export class MailRefused extends Error {
  override name = 'MailRefused';
  /** It is for the address and not for what the mail is: no other mail will be taken there either. */
  readonly isOfAddress: boolean;
  /** The server's enhanced status code, such as `5.1.1`, where it gave one. */
  readonly detail: string | null;

  constructor(
    message: string,
    { isOfAddress = false, detail = null }: { isOfAddress?: boolean; detail?: string | null } = {},
  ) {
    super(message);
    this.isOfAddress = isOfAddress;
    this.detail = detail;
  }
}

/** A server said that it does not take this mail now. */
export class MailPutOff extends Error {
  override name = 'MailPutOff';
  /** What it said, as codes: `421 4.7.28`. */
  readonly code: string;
  /** It said so of this receiver, or hung up, as servers do that have had enough of a sender: it may take mail to others. */
  readonly isOfReceiver: boolean;

  constructor(message: string, { code, isOfReceiver }: { code: string; isOfReceiver: boolean }) {
    super(message);
    this.code = code;
    this.isOfReceiver = isOfReceiver;
  }
}

/** The server does not let mail out that is from this address: from another, the same mail may be taken at once. */
export class SenderRefused extends MailPutOff {
  override name = 'SenderRefused';
}

/**
 * Answers about this mail alone (RFC 3463): its address, its mailbox, its size, what it is made of. All else, such as the
 * number of a day, a relay that does not know us, a list that we are on, or our sender (5.1.7, 5.1.8), is about the site.
 */
const ABOUT_THIS_MAIL = /^5\.(1\.(?![78]$)\d+|2\.\d+|3\.4|6\.\d+)$/;
/** No such mailbox, host or form of an address; moved away, or shut. */
const NO_SUCH_ADDRESS = /^5\.(1\.[1236]|1\.10|2\.1)$/;
/** The same of servers that give no detail: no such mailbox, not here, no such name. */
const NO_SUCH_RECEIVER = [550, 551, 553];

/**
 * What the failure of a sending means. Only an answer about this mail or its receiver counts as a refusal: a wrong
 * password or a sender that the server does not know is the site's own fault, and worth another try once mended.
 * Answers often repeat the receiver's address, so what is thrown keeps their codes and not their words.
 */
export function asRefusal(error: unknown): unknown {
  if (!(error instanceof Error) || !('responseCode' in error) || typeof error.responseCode !== 'number')
    return error;
  const reply = 'response' in error && typeof error.response === 'string' ? error.response : '';
  const [detail = ''] = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(reply) ?? [];
  const code = `${error.responseCode} ${detail}`.trim();
  const command = 'command' in error ? String(error.command) : '';
  const isReceiver = command === 'RCPT TO' && NO_SUCH_RECEIVER.includes(error.responseCode);
  const isAboutThis = detail ? ABOUT_THIS_MAIL.test(detail) : isReceiver;
  const isOfReceiver = ['RCPT TO', 'DATA'].includes(command);
  if (error.responseCode >= 500 && isOfReceiver && isAboutThis) {
    const isOfAddress = detail ? NO_SUCH_ADDRESS.test(detail) : isReceiver;
    return new MailRefused(`The mail server refused this mail (${code}).`, {
      isOfAddress,
      detail: detail || null,
    });
  }
  const sentence = `The mail server did not take this mail now (${code} at ${command}).`;
  // It has read whom the mail is from by then.
  const isOfSender = command === 'DATA' && error.responseCode >= 550 && /^$|^5\.(1\.[78]|7\.)/.test(detail);
  if (isOfSender) return new SenderRefused(sentence, { code, isOfReceiver });
  return new MailPutOff(sentence, { code, isOfReceiver: isOfReceiver || error.responseCode === 421 });
}
