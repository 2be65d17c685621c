import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { CommandRefusal, type Terminal } from '../verb.ts';
import { findingsOf, type Finding } from './finding.ts';
import { fieldsOf, receivedAt, verdictsOf, type Verdict } from './message-head.ts';

const letter = findingsOf('letter');
const LATE_SECONDS = 300;

/** Reads a message that somebody saved, from a file, or with `-` from standard input. Throws Refusal. */
export async function readSaved(file: string, { input }: Pick<Terminal, 'input'>): Promise<string> {
  if (file === '-') return text(input);
  return readFile(file, 'utf8').catch(() => {
    throw new CommandRefusal(`${file} cannot be read: save a letter with all its headers there.`);
  });
}

/** What the headers of a letter say, in sentences: who believed it, and how long it was on its way. */
export function findInHeaders(saved: string): Finding[] {
  const fields = fieldsOf(saved);
  const all = (name: string) => fields.filter((field) => field.name === name).map(({ value }) => value);
  const sender = domainOf(all('from')[0] ?? '');
  if (sender === '')
    return [
      letter.wrong(
        'This is no letter with its headers: it has no sender.',
        'Save all of it: mail programs call that the source, or the original.',
      ),
    ];
  // The first was put on last, by the receiver itself; anybody may have written the others.
  const verdicts = verdictsOf(all('authentication-results')[0] ?? '');
  const judged = verdicts.length > 0 ? judge(verdicts, sender) : [unjudged(all('dkim-signature'))];
  return [
    letter.ok(`It is from an address of ${sender}.`),
    ...judged,
    ...filterOf([...all('x-spam-flag'), ...all('x-spam-status')]),
    ...wayOf(all('received')),
  ];
}

function judge(verdicts: Verdict[], sender: string): Finding[] {
  const of = (method: string) => verdicts.filter((verdict) => verdict.method === method);
  return [
    ...dkimOf(of('dkim'), sender),
    ...of('spf').slice(0, 1).map(spfOf),
    ...of('dmarc')
      .slice(0, 1)
      .map((verdict) => dmarcOf(verdict, sender)),
  ];
}

function dkimOf(verdicts: Verdict[], sender: string): Finding[] {
  const signers = verdicts.map(({ result, properties }) => ({
    result,
    domain: properties['header.d'] ?? domainOf(properties['header.i'] ?? ''),
  }));
  const held = signers.filter(({ result }) => result === 'pass');
  const findings = held.map(({ domain }) => letter.ok(`DKIM: the signature of ${domain} holds.`));
  for (const { result, domain } of signers)
    if (!['pass', 'none'].includes(result))
      findings.push(
        letter.wrong(
          `DKIM: the signature of ${domain || 'an unnamed domain'} does not hold (${result}).`,
          'See with groundwork doctor whether the key in the DNS is ours; if it is, something on the way has changed the letter.',
        ),
      );
  if (findings.length === 0)
    return [
      letter.wrong(
        'DKIM: the receiver saw no signature.',
        'Sign mail, here or at your mail server: docs/hosting/mail.md.',
      ),
    ];
  if (held.length > 0 && !held.some(({ domain }) => isAligned(domain, sender)))
    findings.push(
      letter.wrong(
        `DKIM: a signature holds, but none of ${sender}, from which the letter is.`,
        `Have your mail server sign for ${sender}, or set DKIM_DOMAIN to it.`,
      ),
    );
  return findings;
}

function spfOf({ result, properties }: Verdict): Finding {
  const domain = domainOf(properties['smtp.mailfrom'] ?? '') || 'the sender';
  if (result === 'pass') return letter.ok(`SPF: the server that sent it may send for ${domain}.`);
  if (result === 'temperror')
    return letter.note('SPF: the receiver could not ask the DNS just then.', 'Send another one.');
  if (result === 'none')
    return letter.wrong(
      `SPF: ${domain} does not say who may send for it.`,
      'See what groundwork doctor says of SPF.',
    );
  return letter.wrong(
    `SPF: the server that sent it may not send for ${domain} (${result}).`,
    'Name that server in the SPF record: docs/hosting/mail.md.',
  );
}

function dmarcOf({ result }: Verdict, sender: string): Finding {
  if (result === 'pass') return letter.ok(`DMARC: the receiver believes that it is from ${sender}.`);
  if (['none', 'bestguesspass'].includes(result))
    return letter.wrong(
      `DMARC: ${sender} does not say what to do with forged mail.`,
      'See what groundwork doctor says of DMARC.',
    );
  if (result === 'temperror')
    return letter.note('DMARC: the receiver could not ask the DNS just then.', 'Send another one.');
  return letter.wrong(
    `DMARC: the receiver does not believe that it is from ${sender} (${result}).`,
    `A signature of ${sender} has to hold, or SPF of ${sender} has to pass: see the lines above.`,
  );
}

function unjudged(signatures: string[]): Finding {
  const signers = signatures.map((value) => /(?:^|;)\s?d=([^;\s]+)/.exec(value)?.[1] ?? 'an unnamed domain');
  const signed =
    signers.length > 0 ? `It is signed by ${signers.join(' and ')}, and` : 'It is not signed, and';
  return letter.note(
    `${signed} its mailbox does not say how that was judged.`,
    'Send one to a mailbox at a large provider: those say it (Authentication-Results).',
  );
}

function filterOf(marks: string[]): Finding[] {
  if (!marks.some((mark) => /^yes\b/i.test(mark))) return [];
  return [
    letter.wrong(
      'The filter of the mailbox took it for unwanted mail.',
      'Mend what is wrong above; then see that you write only to people who said yes.',
    ),
  ];
}

/** Each server on the way put its field on top. */
function wayOf(received: string[]): Finding[] {
  const moments = received.map(receivedAt).filter((moment) => !Number.isNaN(moment));
  if (moments.length < 2) return [];
  const seconds = Math.round((Math.max(...moments) - Math.min(...moments)) / 1000);
  const took = `It was on its way for ${seconds === 1 ? 'one second' : `${seconds} seconds`}, over ${received.length} servers.`;
  if (seconds < LATE_SECONDS) return [letter.ok(took)];
  return [
    letter.note(
      took,
      'Receivers that do not know a sender yet make mail wait. If it stays so, ask whoever runs your mail server.',
    ),
  ];
}

/** As receivers compare them: the same domain, or one under the other. */
function isAligned(signer: string, sender: string): boolean {
  return signer === sender || signer.endsWith(`.${sender}`) || sender.endsWith(`.${signer}`);
}

/** Of an address, with or without a name, or of a domain alone; empty where there is none. */
function domainOf(address: string): string {
  const [domain = ''] = address.slice(address.lastIndexOf('@') + 1).split(/[\s>;,"]/, 1);
  return domain.includes('.') ? domain.toLowerCase() : '';
}
