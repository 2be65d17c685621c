import { openMailer } from '@groundwork/mail';
import {
  keyNameOf,
  keyRecordOf,
  lookForKey,
  textsOf,
  type KeyFound,
  type PublishedKey,
} from '@groundwork/mail/records';
import { createPublicKey } from 'node:crypto';
import {
  ASK_THERE,
  findingsOf,
  inTime,
  isLocal,
  type Check,
  type Finding,
  type CheckInput,
} from './finding.ts';

const mail = findingsOf('mail');

/** Whether the mail server takes us. */
export const checkServer: Check = async ({ settings }) => {
  const { smtpUrl, sendsMail } = settings;
  if (!smtpUrl && sendsMail)
    return [mail.note('Another process sends mail, and knows the mail server.', ASK_THERE)];
  if (!smtpUrl)
    return [
      mail.note(
        'No mail server is set: mail stays in the Outbox, and nobody receives any.',
        'Set SMTP_URL; docs/hosting/mail.md helps to choose one.',
      ),
    ];
  const mailer = openMailer({ ...settings, smtpUrl });
  try {
    await inTime(mailer.verify());
    return [mail.ok('The mail server answers and lets us in.')];
  } catch (error) {
    return [refusedBy(error)];
  } finally {
    await mailer.close();
  }
};

function refusedBy(error: unknown): Finding {
  const { code = '', responseCode } = error as { code?: string; responseCode?: number };
  if (code === 'EAUTH')
    return mail.wrong(
      'The mail server refuses the name or password in SMTP_URL.',
      'Write @ as %40 and / as %2F in them, and see whether the provider wants a password of its own for programs.',
    );
  if (responseCode)
    return mail.wrong(
      `The mail server answers, and will not have us (${responseCode}).`,
      'Ask whoever runs it why: it may want a name and password, or not know this machine.',
    );
  if (code === 'EDNS' || code === 'ENOTFOUND')
    return mail.wrong('The mail server in SMTP_URL has no address.', 'See whether its name is spelt right.');
  if (/CERT|TLS|SSL/.test(code))
    return mail.wrong(
      'The mail server does not show a certificate that we trust.',
      'Write its name as its certificate has it, and the port for it (465 with smtps://, 587 with smtp://).',
    );
  return mail.wrong(
    'The mail server does not answer.',
    'See whether the port is right (465 with smtps://, 587 with smtp://) and whether your provider lets mail out.',
  );
}

/** Whether receivers will believe that mail is ours: SPF (RFC 7208), DKIM (RFC 6376), DMARC (RFC 7489). */
export const checkSender: Check = async (patient) => {
  const domain = domainOf(patient.settings.mailFrom);
  if (!patient.settings.smtpUrl) return [];
  if (isLocal(domain))
    return [
      mail.note(
        `Mail comes from ${domain}, which is no name on the internet.`,
        'Set MAIL_FROM to an address of your domain.',
      ),
    ];
  try {
    return await Promise.all([checkSpf(patient, domain), checkDkim(patient), checkDmarc(patient, domain)]);
  } catch {
    return [
      mail.note(
        `SPF, DKIM and DMARC of ${domain} could not be looked up: the name server does not answer.`,
        'Ask another one: groundwork doctor --dns 9.9.9.9.',
      ),
    ];
  }
};

async function checkSpf(patient: CheckInput, domain: string): Promise<Finding> {
  const records = (await textsOf(patient.dns, domain)).filter((text) => /^v=spf1( |$)/i.test(text));
  const [record = ''] = records;
  if (records.length > 1)
    return mail.wrong(
      `SPF: ${domain} has ${records.length} records, which counts as none.`,
      'Make one TXT record of them.',
    );
  if (/ \+?all\b/i.test(record))
    return mail.wrong(
      `SPF: ${domain} lets everyone send its mail (+all).`,
      'End the record with -all, after what names your mail server.',
    );
  if (record) return mail.ok(`SPF: ${domain} says who may send its mail.`);
  return mail.wrong(
    `SPF: ${domain} does not say who may send its mail.`,
    `Add a TXT record to ${domain}, such as "v=spf1 include:spf.your-mail-provider.example -all"; your provider names the right one.`,
  );
}

async function checkDkim(patient: CheckInput): Promise<Finding> {
  const { dkim } = patient.settings;
  if (!dkim)
    return mail.note(
      'DKIM: we do not sign mail.',
      'Fine if your mail server signs it; if not, see docs/hosting/mail.md.',
    );
  const key = { domain: dkim.domainName, selector: dkim.keySelector, publicKey: publicPartOf(dkim) };
  return keyFinding(await lookForKey(patient.dns, key), key);
}

function publicPartOf({ privateKey }: { privateKey: string }): string {
  return createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64');
}

/** What it means for mail that is signed with a key, how it is published. */
function keyFinding(found: KeyFound, key: PublishedKey): Finding {
  const name = keyNameOf(key);
  const fix = `Let this be the one TXT record of ${name}: ${keyRecordOf(key.publicKey)}`;
  if (found === 'several')
    return mail.wrong(`DKIM: there are several records at ${name}, of which receivers may take any.`, fix);
  if (found === 'missing')
    return mail.wrong(`DKIM: there is no key at ${name}, so our signatures count as forged.`, fix);
  if (found === 'here') return mail.ok(`DKIM: the key at ${name} is the one we sign with.`);
  return mail.wrong(`DKIM: the key at ${name} is another than the one we sign with.`, fix);
}

async function checkDmarc(patient: CheckInput, domain: string): Promise<Finding> {
  const records = (await textsOf(patient.dns, `_dmarc.${domain}`)).filter((text) =>
    /^v=DMARC1\b/i.test(text),
  );
  const fix = `Let this be the one TXT record of _dmarc.${domain}: v=DMARC1; p=none; then p=quarantine once nothing of yours is refused.`;
  if (records.length > 1)
    return mail.wrong(`DMARC: ${domain} has ${records.length} records, which counts as none.`, fix);
  if (records.length === 0)
    return mail.wrong(
      `DMARC: ${domain} does not say what to do with mail in its name that is not its own; large providers refuse such mail in numbers.`,
      fix,
    );
  if (/;\s*p\s*=\s*(none|quarantine|reject)\b/i.test(records[0] ?? ''))
    return mail.ok(`DMARC: ${domain} says what to do with forged mail.`);
  return mail.wrong(
    `DMARC: the record of ${domain} does not say what to do (p=), so it counts for nothing.`,
    fix,
  );
}

function domainOf(sender: string): string {
  return /@([^\s<>@]+)>?$/.exec(sender)?.[1]?.toLowerCase() ?? '';
}
