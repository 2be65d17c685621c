export { fetchMail, InboxError, takeNamed, type InboxFailure } from './fetching.ts';
export { listenForMail, type MailListener } from './listening.ts';
export { readWritten, type WrittenMail } from './written.ts';
export { readReport, MOST_BYTES, type Report, type ReturnKind } from './reports.ts';

/** A message as it came, and to whom. */
export type ArrivedMail = {
  /** The addresses that it came to, as the mail server or its headers say. */
  receivers: string[];
  /** No more than its first `MOST_BYTES`. */
  raw: Uint8Array;
};
