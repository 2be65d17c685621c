import { openMailer } from '@groundwork/mail';
import { createPublicKey } from 'node:crypto';
import { findingsOf, isLocal, type Check, type Finding, type Patient } from './finding.ts';

const mail = findingsOf('mail');

/** Whether the mail server takes us. */
export const checkServer: Check = async ({ settings }) => {
  const { smtpUrl } = settings;
  if (!smtpUrl)
    return [
      mail.note(
        'No mail server is set: mail stays in the Outbox, and nobody receives any.',
        'Set SMTP_URL; docs/hosting/mail.md helps to choose one.',
      ),
    ];
  const mailer = openMailer({ ...settings, smtpUrl });
  try {
    await mailer.verify();
    return [mail.ok('The mail server answers and lets us in.')];
  } catch (error) {
    return [refusedBy(error)];
  } finally {
    await mailer.close();
  }
};

function refusedBy(error: unknown): Finding {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'EAUTH')
    return mail.wrong(
      'The mail server refuses the name or password in SMTP_URL.',
      'Write @ as %40 and / as %2F in them, and see whether the provider wants a password of its own for programs.',
    );
  if (code === 'EDNS' || code === 'ENOTFOUND')
    return mail.wrong('The mail server in SMTP_URL has no address.', 'See whether its name is spelt right.');
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
  return Promise.all([checkSpf(patient, domain), checkDkim(patient), checkDmarc(patient, domain)]);
};

async function checkSpf(patient: Patient, domain: string): Promise<Finding> {
  const records = (await textsOf(patient, domain)).filter((text) => /^v=spf1( |$)/i.test(text));
  if (records.length === 1) return mail.ok(`SPF: ${domain} says who may send its mail.`);
  if (records.length > 1)
    return mail.wrong(
      `SPF: ${domain} has two records, which counts as none.`,
      'Make one TXT record of them.',
    );
  return mail.wrong(
    `SPF: ${domain} does not say who may send its mail.`,
    `Add a TXT record to ${domain}, such as "v=spf1 include:spf.your-mail-provider.example -all"; your provider names the right one.`,
  );
}

async function checkDkim(patient: Patient): Promise<Finding> {
  const { dkim } = patient.settings;
  if (!dkim)
    return mail.note(
      'DKIM: we do not sign mail.',
      'Fine if your mail server signs it; if not, see docs/hosting/mail.md.',
    );
  const name = `${dkim.keySelector}._domainkey.${dkim.domainName}`;
  const wanted = createPublicKey(dkim.privateKey).export({ type: 'spki', format: 'der' }).toString('base64');
  const published = (await textsOf(patient, name)).map((text) =>
    /(?:^|;)\s*p=([A-Za-z0-9+/=\s]*)/.exec(text)?.[1]?.replaceAll(/\s/g, ''),
  );
  if (published.includes(wanted)) return mail.ok(`DKIM: the key at ${name} is the one we sign with.`);
  const fix = `Add this TXT record to ${name}: v=DKIM1; k=rsa; p=${wanted}`;
  if (published.length === 0)
    return mail.wrong(`DKIM: there is no key at ${name}, so our signatures count as forged.`, fix);
  return mail.wrong(`DKIM: the key at ${name} is another than the one we sign with.`, fix);
}

async function checkDmarc(patient: Patient, domain: string): Promise<Finding> {
  const records = await textsOf(patient, `_dmarc.${domain}`);
  if (records.some((text) => /^v=DMARC1\s*;/i.test(text)))
    return mail.ok(`DMARC: ${domain} says what to do with forged mail.`);
  return mail.wrong(
    `DMARC: ${domain} does not say what to do with mail in its name that is not its own; large providers refuse such mail in numbers.`,
    `Add a TXT record to _dmarc.${domain}: v=DMARC1; p=none; then p=quarantine once nothing of yours is refused.`,
  );
}

/** The TXT records of a name, each in one piece; none when there is no such name. */
async function textsOf({ dns }: Patient, name: string): Promise<string[]> {
  const records = await dns.resolveTxt(name).catch(() => []);
  return records.map((pieces) => pieces.join(''));
}

function domainOf(sender: string): string {
  return /@([^\s<>@]+)>?$/.exec(sender)?.[1]?.toLowerCase() ?? '';
}
