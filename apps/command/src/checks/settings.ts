import { loadSettings, settingsGuide, SettingsError, type Settings } from '@groundwork/settings';
import { findingsOf, isLocal, type Finding } from './finding.ts';

const settings = findingsOf('settings');

/**
 * Every setting that is wrong, not just the first, and those that are odd together; and the settings as they are
 * without the wrong ones, so that the other looks can go on.
 */
export function checkSettings(env: Record<string, string | undefined>): {
  found: Settings;
  findings: Finding[];
} {
  const tried = { ...env };
  const findings: Finding[] = [];
  for (;;) {
    try {
      const found = loadSettings(tried);
      if (findings.length === 0) findings.push(settings.ok('All settings can be read.'));
      return { found, findings: [...findings, ...lookTogether(found)] };
    } catch (error) {
      if (!(error instanceof SettingsError)) throw error;
      const culprits = settingsGuide
        .map(({ name }) => name)
        .filter((name) => tried[name] && error.message.includes(name));
      // Nothing to leave out: it is not for us to mend.
      if (culprits.length === 0) throw error;
      for (const name of culprits.flatMap(partnersOf)) delete tried[name];
      findings.push(
        settings.wrong(error.message, `Correct ${culprits[0] ?? 'it'} and start the site again.`),
      );
    }
  }
}

/** What belongs to a setting, and would be called wrong without it. */
function partnersOf(name: string): string[] {
  return name.startsWith('DKIM_') ? ['DKIM_DOMAIN', 'DKIM_SELECTOR', 'DKIM_KEY'] : [name];
}

function lookTogether({ publicUrl, host, trustProxy }: Settings): Finding[] {
  const { protocol, hostname } = new URL(publicUrl);
  const findings: Finding[] = [];
  if (protocol === 'https:' && trustProxy === false)
    findings.push(
      settings.wrong(
        'PUBLIC_URL is https, so a proxy stands in front, but TRUST_PROXY is not set: limits count all visitors as one.',
        'Set TRUST_PROXY=loopback when the proxy is on this machine, else its address.',
      ),
    );
  if (trustProxy === true)
    findings.push(
      settings.wrong(
        'TRUST_PROXY is true, so anyone who reaches the port can pretend to be anyone.',
        'Name the proxy instead: loopback, or its address.',
      ),
    );
  if (host !== '127.0.0.1' && protocol === 'http:' && !isLocal(hostname))
    findings.push(
      settings.wrong(
        `HOST is ${host} and PUBLIC_URL is http: the site is open to the network without encryption.`,
        'Put a proxy with a certificate in front.',
      ),
    );
  return findings;
}
