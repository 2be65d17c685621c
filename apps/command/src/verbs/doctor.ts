import { tryMail } from '@groundwork/mail';
import { openResolver } from '@groundwork/mail/records';
import type { Settings } from '@groundwork/settings';
import { checkCertificate, checkName, checkReach } from '../checks/address.ts';
import { checkGroupDomains } from '../checks/domains.ts';
import { findingsOf, type Check, type Finding, type CheckInput } from '../checks/finding.ts';
import { findInHeaders, readSaved } from '../checks/headers.ts';
import { checkSender, checkServer } from '../checks/letters.ts';
import { checkReturns } from '../checks/returns.ts';
import { checkBackups, checkDatabase, checkDisk, checkQueue } from '../checks/servers.ts';
import { checkSettings } from '../checks/settings.ts';
import { sendThrough, testLetter } from '../checks/through.ts';
import { explanationOf } from '../sentence.ts';
import { livesHere, unlessAborted, withDatabase } from '../site.ts';
import { asTyped } from '../typed.ts';
import { CommandRefusal, type VerbAction, type Output, type Terminal } from '../verb.ts';

const checks: Check[] = [
  checkDatabase,
  checkQueue,
  checkDisk,
  checkBackups,
  checkServer,
  checkSender,
  checkReturns,
  checkGroupDomains,
  checkName,
  checkCertificate,
  checkReach,
];

export const doctor: VerbAction = async ({ values }, output, terminal) => {
  if (typeof values.headers === 'string') {
    const saved = await readSaved(values.headers, terminal);
    return report(
      findInHeaders(saved).map((finding) => inPlace(finding, terminal)),
      output,
    );
  }
  const { found: settings, findings } = checkSettings(terminal.env);
  const patient = { settings, dns: resolverAt(values.dns, settings) };
  const looked = await examine(patient, settings, terminal);
  const letter = typeof values['mail-to'] === 'string' ? await writeTo(values['mail-to'], settings) : [];
  const through = values.through === true ? await sendThrough(settings, terminal.signal) : [];
  const all = [...findings, ...looked, ...letter, ...through].map((finding) => inPlace(finding, terminal));
  return report(all, output);
};

/** All looks side by side; each ends by itself within seconds. */
async function examine(
  patient: Omit<CheckInput, 'databaseUrl' | 'absence'>,
  settings: Settings,
  terminal: Terminal,
): Promise<Finding[]> {
  const { signal } = terminal;
  const look = async (database: Pick<CheckInput, 'databaseUrl' | 'absence'>) =>
    (await Promise.all(checks.map((check) => check({ ...patient, ...database })))).flat();
  if (!livesHere(settings)) return unlessAborted(signal, look(nobodyAt(settings)));
  let looking: Promise<Finding[]> | undefined;
  try {
    return await withDatabase(settings, signal, (databaseUrl) =>
      unlessAborted(signal, (looking = look({ databaseUrl }))),
    );
  } catch (error) {
    signal.throwIfAborted();
    // The database could not be started; what went wrong while looking is told as it is.
    return (
      looking ??
      look({ databaseUrl: undefined, absence: database.wrong(explanationOf(error, terminal), ANOTHER) })
    );
  }
}

const mail = findingsOf('mail');
const database = findingsOf('database');
const ANOTHER = 'Mend what it says, or set DATABASE_URL to a PostgreSQL of your own.';

function nobodyAt({ dataDir }: Settings) {
  const what = `No site lives in ${dataDir} yet.`;
  const fix = 'Start it once, or set DATA_DIR to the folder where it keeps its data.';
  return { databaseUrl: undefined, absence: database.wrong(what, fix) };
}

function resolverAt(server: string | boolean | undefined, { dnsServers }: Settings) {
  try {
    return openResolver(typeof server === 'string' ? [server] : dnsServers);
  } catch {
    throw new CommandRefusal('--dns is an address such as 9.9.9.9 or 127.0.0.1:5353.');
  }
}

async function writeTo(to: string, { smtpUrl, publicUrl, ...settings }: Settings): Promise<Finding[]> {
  if (!smtpUrl) return [];
  const { isTaken, answer } = await tryMail({ ...settings, smtpUrl }, testLetter(publicUrl, to));
  if (!isTaken)
    return [mail.wrong(`The test was not taken: ${answer}`, 'See what is said of the mail server above.')];
  return [
    mail.ok(`The mail server took the test: ${answer}`),
    mail.note(
      'What became of it behind the server, its mailbox knows.',
      'See where it lies, save it with its headers, and run groundwork doctor --headers FILE.',
    ),
  ];
}

/** With advice that can be followed where this site runs. */
function inPlace({ fix, ...finding }: Finding, { env }: Terminal): Finding {
  return fix === undefined ? finding : { ...finding, fix: asTyped(fix, env) };
}

/** Prints what was found; whether all is well. */
function report(findings: Finding[], output: Output): boolean {
  const marks = { ok: '  ok  ', note: ' note ', wrong: 'WRONG ' };
  for (const { area, level, what, fix } of findings) {
    output.say(`${marks[level]} ${area.padEnd(9)} ${what}`);
    if (fix) output.say(`${' '.repeat(17)}→ ${fix}`);
  }
  const wrongCount = findings.filter(({ level }) => level === 'wrong').length;
  output.say(
    wrongCount === 0 ? '\nAll is well.' : `\n${wrongCount} ${wrongCount === 1 ? 'thing' : 'things'} to mend.`,
  );
  output.result({ wrongCount, findings });
  return wrongCount === 0;
}
