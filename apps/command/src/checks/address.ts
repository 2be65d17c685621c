import { once } from 'node:events';
import { connect, type PeerCertificate, type TLSSocket } from 'node:tls';
import { isNowhere } from '@groundwork/mail/records';
import { findingsOf, isLocal, PATIENCE_MS, type Check, type Finding } from './finding.ts';

const dns = findingsOf('DNS');
const tls = findingsOf('TLS');
const site = findingsOf('address');
const DAY = 86_400_000;

/** Whether the name of the site leads somewhere. */
export const checkName: Check = async ({ settings, dns: resolver }) => {
  const { hostname } = new URL(settings.publicUrl);
  if (isLocal(hostname))
    return [
      dns.note(
        `${hostname} is a name of this machine alone.`,
        'For a site on the internet set PUBLIC_URL to the address people will type.',
      ),
    ];
  const answers = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)]);
  const addresses = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  if (addresses.length > 0) return [dns.ok(`${hostname} leads to ${addresses.join(', ')}.`)];
  if (answers.some((answer) => answer.status === 'rejected' && !isNowhere(answer.reason)))
    return [
      dns.note(
        `${hostname} could not be looked up: the name server does not answer.`,
        'Ask another one: groundwork doctor --dns 9.9.9.9.',
      ),
    ];
  return [
    dns.wrong(
      `${hostname} leads nowhere.`,
      `Where your domain is kept, add an A record for ${hostname} with the address of this machine; it may take an hour to be known.`,
    ),
  ];
};

/** Whether browsers will trust the certificate, and for how long. */
export const checkCertificate: Check = async ({ settings }) => {
  const { protocol, hostname, port } = new URL(settings.publicUrl);
  if (protocol === 'http:')
    return isLocal(hostname)
      ? [tls.ok('Not needed on this machine alone.')]
      : [
          tls.wrong(
            'PUBLIC_URL begins with http:, so everyone on the way can read along and sign in as others.',
            'Put Caddy or another proxy with a certificate in front, and set PUBLIC_URL to the address with https.',
          ),
        ];
  try {
    const { authorized, authorizationError, certificate } = await readCertificate(
      hostname,
      Number(port || 443),
    );
    if (!authorized)
      return [
        tls.wrong(
          `Browsers do not trust the certificate of ${hostname} (${codeOf(authorizationError)}).`,
          'Let the proxy get one by itself, as Caddy does, and see that ports 80 and 443 reach it from outside.',
        ),
      ];
    return [lifeOf(certificate)];
  } catch {
    return [
      tls.wrong(
        `Nothing answers at ${hostname} with a certificate.`,
        'Start the proxy, and open ports 80 and 443 in the firewall.',
      ),
    ];
  }
};

/** Node's own name for what is wrong, such as CERT_HAS_EXPIRED; its types promise an Error, and it is a text. */
function codeOf(reason: unknown): string {
  return typeof reason === 'string' ? reason : reason instanceof Error ? reason.name : 'unknown';
}

function lifeOf(certificate: PeerCertificate): Finding {
  const days = Math.floor((new Date(certificate.valid_to).getTime() - Date.now()) / DAY);
  if (days >= 14) return tls.ok(`The certificate is good for ${days} days.`);
  return tls.wrong(
    `The certificate ends in ${days} days.`,
    'It should have been renewed: the log of the proxy says why it was not.',
  );
}

async function readCertificate(host: string, port: number) {
  // Not refused here: what is wrong with it is what we want to know.
  const socket: TLSSocket = connect({ host, port, servername: host, rejectUnauthorized: false });
  try {
    await once(socket, 'secureConnect', { signal: AbortSignal.timeout(PATIENCE_MS) });
    const { authorized, authorizationError } = socket;
    return { authorized, authorizationError, certificate: socket.getPeerCertificate() };
  } finally {
    socket.destroy();
  }
}

/** Whether PUBLIC_URL reaches this software, and with a clock that agrees. */
export const checkReach: Check = async ({ settings }) => {
  try {
    const asked = Date.now();
    const answer = await fetch(`${settings.publicUrl}/api/v1/site`, {
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const body = (await answer.json()) as { isSetUp?: unknown };
    if (!answer.ok || typeof body.isSetUp !== 'boolean') throw new Error('something else answers');
    return [
      site.ok(`A Groundwork site answers at ${settings.publicUrl}.`),
      clockOf(answer.headers.get('date'), asked),
    ];
  } catch {
    return [
      site.wrong(
        `No Groundwork site answers at ${settings.publicUrl}.`,
        'Is it started, does the proxy hand requests on to it, and is PUBLIC_URL what people type?',
      ),
    ];
  }
};

function clockOf(date: string | null, asked: number): Finding {
  const clock = findingsOf('clock');
  const seconds = date ? Math.abs(new Date(date).getTime() - asked) / 1000 : 0;
  if (seconds < 60) return clock.ok('The clocks of this machine and the site agree.');
  return clock.wrong(
    `The clock of the site differs from this machine’s by ${Math.round(seconds)} seconds.`,
    'Switch time synchronisation on (timedatectl set-ntp true): links and reminders depend on it.',
  );
}
