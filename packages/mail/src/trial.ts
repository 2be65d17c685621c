import type { Mail, MailerSettings } from './mail.ts';
import { buildMessage } from './message.ts';
import { openTransport } from './transport.ts';

/** What became of a mail that was sent to try the way: the server's own words, or why none came. */
export type Trial = { isTaken: boolean; answer: string };

/**
 * Sends one mail over a connection of its own and tells what the server said, word for word. For whoever runs the site
 * alone: such answers repeat addresses.
 */
export async function tryMail(settings: MailerSettings, mail: Mail): Promise<Trial> {
  const transport = openTransport(settings, { pool: false, socketTimeout: 60_000 });
  try {
    const { response } = await transport.post(await buildMessage(mail, settings.mailFrom));
    return { isTaken: true, answer: oneLine(response) };
  } catch (error) {
    return { isTaken: false, answer: oneLine(wordsOf(error)) };
  } finally {
    transport.close();
  }
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const said = 'response' in error && typeof error.response === 'string' ? error.response : '';
  return said || error.message;
}

function oneLine(words: string): string {
  return words.replaceAll(/\s+/g, ' ').trim().slice(0, 500);
}
