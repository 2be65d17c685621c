import { noteInbox } from '@groundwork/features/outbox/returns';
import { anEarlierDatabase } from '@groundwork/backups/testing';
import { startRedis } from '@groundwork/live/testing';
import { startMailbox } from '@groundwork/mail/testing';
import { aNameServer, type Zone } from '@groundwork/mail/testing/name-server';
import { aGroup } from '@groundwork/features/groups/fixtures';
import { domainOfGroup } from '@groundwork/features/groups/domains/fixtures';
import { generateKeyPairSync } from 'node:crypto';
import { chmod, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Finding } from '../checks/finding.ts';
import { aForbiddingMailServer, aFront, makeForgetful } from '../testing/servers.ts';
import { aCommandFolder, aSiteToBackUp, aSiteToLookAfter, groundwork, type Env } from '../testing/testing.ts';

const away = '127.0.0.1:1';
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const signing = {
  MAIL_FROM: 'Valley <hello@valley.example>',
  DKIM_DOMAIN: 'valley.example',
  DKIM_SELECTOR: 'site',
  DKIM_KEY: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
};
const ourKey = `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;
const zone: Zone = {
  'valley.example': {
    texts: ['v=spf1 include:spf.mail.example -all', 'something else'],
    addresses: ['192.0.2.7'],
  },
  'site._domainkey.valley.example': { texts: [ourKey] },
  '_dmarc.valley.example': { texts: ['v=DMARC1; p=none'] },
};

test('the doctor says that all is well, and sends a test mail', async () => {
  const { site, env } = await aSiteToBackUp();
  await groundwork(['backup'], { env });
  await startWorking(site);
  const redis = await startRedis();
  const mailbox = await startMailbox();
  onTestFinished(async () => {
    await redis.stop();
    await mailbox.close();
  });
  const manner = {
    env: { ...env, ...signing, ...(await aFront(site)), REDIS_URL: redis.url, SMTP_URL: mailbox.url },
  };
  const dns = ['--dns', await aNameServer(zone)];
  const { code, json } = await groundwork(
    ['doctor', '--json', '--mail-to', 'steward@valley.example', ...dns],
    manner,
  );
  expect({ code, wrong: wrongOf(json) }).toEqual({ code: 0, wrong: [] });
  expect(Object.keys(json)).toEqual(['wrongCount', 'findings']);
  const areas = new Set(json.findings.map(({ area }) => area));
  for (const area of ['settings', 'database', 'queue', 'disk', 'backup', 'mail', 'TLS', 'address', 'clock'])
    expect(areas).toContain(area);
  expect(mailbox.mails()).toMatchObject([
    { to: ['steward@valley.example'], subject: 'A test from your site' },
  ]);
  expect(json.findings).toContainEqual(
    expect.objectContaining({
      what: expect.stringMatching(/^The mail server took the test: 250 /) as string,
    }),
  );
  const outcome = await groundwork(['doctor', ...dns], manner);
  expect(outcome).toMatchObject({ code: 0, err: '' });
  expect(outcome.out).toMatch(/\n\nAll is well\.\n$/);
});

test('a missing or unreachable server is found, with what to do about it', async () => {
  const { env } = await aSiteToLookAfter();
  await chmod(join(env.DATA_DIR ?? '', 'secret'), 0o644);
  const { out, findings } = await examine(
    {
      ...env,
      ...signing,
      LOG_LEVEL: 'loud',
      BACKUP_KEEP: 'some',
      DATABASE_URL: `postgres://ana:hidden@${away}/site`,
      REDIS_URL: `redis://:hidden@${away}`,
      SMTP_URL: `smtp://ana:hidden@${away}`,
      PUBLIC_URL: 'http://valley.example',
    },
    {},
  );
  expectFound(findings, [
    ['settings', 'LOG_LEVEL is "loud"', 'Correct LOG_LEVEL'],
    ['settings', 'BACKUP_KEEP is "some"', 'Correct BACKUP_KEEP'],
    ['database', 'The database does not answer', 'DATABASE_URL has the right name and password'],
    ['queue', 'Redis or Valkey does not answer', 'REDIS_URL has the right password'],
    ['disk', 'Others on this machine can read the secret', 'chmod 600'],
    ['backup', 'No backups are made', 'groundwork backup --new-key'],
    ['mail', 'The mail server does not answer', 'the port is right'],
    ['mail', 'SPF: valley.example does not say who may send', 'Add a TXT record to valley.example'],
    ['mail', 'DKIM: there is no key at site._domainkey.valley.example', ourKey],
    ['mail', 'DMARC: valley.example does not say', 'v=DMARC1; p=none'],
    ['DNS', 'valley.example leads nowhere', 'add an A record'],
    ['TLS', 'PUBLIC_URL begins with http:', 'proxy with a certificate in front'],
    ['address', 'No Groundwork site answers at http://valley.example', 'Is it started'],
  ]);
  expect(out).not.toContain('hidden');
});

test('a process without the secrets says which process has them, and what to type there', async () => {
  const { env } = await aSiteToLookAfter();
  const outcome = { SENDS_MAIL: 'true', MAKES_BACKUPS: 'true', GROUNDWORK_RUNS_AS: 'containers' };
  const { findings } = await examine({ ...env, ...outcome }, {});
  const fix = 'Ask the one that does: docker compose exec worker groundwork doctor.';
  expect(findings.filter(({ area }) => ['mail', 'backup'].includes(area))).toEqual([
    { area: 'backup', level: 'note', what: expect.stringContaining('Another process makes') as string, fix },
    { area: 'mail', level: 'note', what: expect.stringContaining('Another process sends') as string, fix },
  ]);
});

test('whether anybody reads what comes back of mail is found, and what keeps them from it', async () => {
  const { site, env } = await aSiteToLookAfter();
  const look = async (RETURN_ADDRESS = '') => {
    const asked = { ...env, SMTP_URL: `smtp://${away}`, RETURN_ADDRESS };
    const { findings } = await examine(asked, {});
    return findings.find(({ what }) => /comes back|mailbox/.test(what));
  };
  expect(await look()).toMatchObject({
    area: 'mail',
    level: 'note',
    fix: expect.stringContaining('RETURN_ADDRESS'),
  });
  const address = 'returns@valley.example';
  expect(await look(address)).toMatchObject({
    level: 'wrong',
    what: expect.stringContaining('no worker reads'),
  });
  await noteInbox(site.house, 'imap', 'signed-out');
  expect(await look(address)).toMatchObject({
    what: expect.stringContaining('refuses the name or password'),
  });
  await noteInbox(site.house, 'imap', null);
  expect(await look(address)).toMatchObject({
    level: 'ok',
    what: expect.stringContaining('nothing came back yet'),
  });
});

test('an old, doubled or weak setting is found, with what to do about it', async () => {
  const { site, env, to } = await aSiteToBackUp();
  await writeFile(join(to, archiveOf(27)), '');
  const redis = await startRedis();
  onTestFinished(() => redis.stop());
  await makeForgetful(redis.url);
  const { findings } = await examine(
    {
      ...env,
      ...signing,
      ...(await aFront(site, { days: -3, aheadMs: 300_000 })),
      TRUST_PROXY: '',
      DATABASE_URL: await anEarlierDatabase(1),
      REDIS_URL: redis.url,
      SMTP_URL: await aForbiddingMailServer(),
    },
    {
      'valley.example': { texts: ['v=spf1 -all', 'v=spf1 mx -all'] },
      'site._domainkey.valley.example': { texts: ['v=DKIM1; k=rsa; p=AAAA'] },
      '_dmarc.valley.example': { texts: ['v=DMARC1; p=none', 'v=DMARC1; p=reject'] },
    },
  );
  expectFound(findings, [
    ['settings', 'TRUST_PROXY is not set', 'TRUST_PROXY=loopback'],
    ['database', 'The tables are of an older version', 'groundwork upgrade'],
    ['queue', 'When it is full it drops jobs', 'Set maxmemory-policy noeviction.'],
    ['queue', 'It forgets jobs when it stops', 'Set appendonly yes.'],
    ['backup', 'and one is made every night', 'groundwork backup makes one now'],
    ['mail', 'The mail server refuses the name or password', 'Write @ as %40'],
    ['mail', 'SPF: valley.example has 2 records', 'Make one TXT record of them'],
    ['mail', 'DKIM: the key at site._domainkey.valley.example is another', ourKey],
    ['mail', 'DMARC: valley.example has 2 records', 'the one TXT record of _dmarc.valley.example'],
    ['TLS', 'Browsers do not trust the certificate of localhost (CERT_HAS_EXPIRED)', 'Let the proxy get one'],
  ]);
});

test('a setting that only looks right is found, with what to do about it', async () => {
  const { site, env } = await aSiteToBackUp();
  // Where no byte is free, on every system.
  const full = process.platform === 'darwin' ? '/dev' : '/proc';
  const { findings } = await examine(
    {
      ...env,
      ...signing,
      ...(await aFront(site, { days: 5, aheadMs: 300_000 })),
      SMTP_URL: await aForbiddingMailServer('554 not you'),
      BACKUP_TO: full,
    },
    {
      'valley.example': { texts: ['v=spf1 +all'] },
      'site._domainkey.valley.example': { texts: [ourKey, 'v=DKIM1; k=rsa; p=AAAA'] },
      '_dmarc.valley.example': { texts: ['v=DMARC1; rua=mailto:hello@valley.example'] },
    },
  );
  expectFound(findings, [
    ['queue', 'No worker was heard from within a minute', 'Start the site or its worker'],
    ['disk', `0 GB are free in ${full}`, 'Make room'],
    ['backup', 'There is no backup yet', 'groundwork backup makes one now'],
    ['mail', 'The mail server answers, and will not have us (554)', 'Ask whoever runs it'],
    ['mail', 'SPF: valley.example lets everyone send its mail', 'End the record with -all'],
    ['mail', 'DKIM: there are several records', ourKey],
    ['mail', 'DMARC: the record of valley.example does not say what to do (p=)', 'v=DMARC1; p=none'],
    ['TLS', 'The certificate ends in 4 days', 'the log of the proxy'],
    ['clock', 'differs from this machine’s by', 'timedatectl set-ntp true'],
  ]);
});

test('a key that cannot sign mail is found once, and the mail server is asked all the same', async () => {
  const { privateKey: other } = generateKeyPairSync('ed25519');
  const { findings } = await examine(
    {
      ...signing,
      DKIM_KEY: other.export({ type: 'pkcs8', format: 'pem' }).toString(),
      DATA_DIR: await aCommandFolder(),
      SMTP_URL: `smtp://${away}`,
    },
    zone,
  );
  expectFound(findings, [
    ['settings', 'DKIM_KEY is another kind of key than RSA', 'Correct DKIM_KEY'],
    ['mail', 'The mail server does not answer', 'the port is right'],
  ]);
  expect(findings.filter(({ area, level }) => area === 'settings' && level === 'wrong')).toHaveLength(1);
});

test('the domains of groups’ own are looked at, and what befell one is told with the record to set', async () => {
  const { site, env } = await aSiteToLookAfter();
  const known: Zone = {};
  const dns = await aNameServer(known);
  site.house.settings.dnsServers = [dns];
  const { name, value } = await domainOfGroup(site, await aGroup(site)).prove(known);
  const look = async () => {
    const { json } = await groundwork(['doctor', '--json'], { env: { ...env, DNS_SERVERS: dns } });
    return json.findings.filter(({ what }) => what.includes('own'));
  };
  expect(await look()).toMatchObject([
    { level: 'ok', what: 'DKIM: the domain of a group’s own has its record.' },
  ]);
  known[name] = { texts: ['v=DKIM1; k=rsa; p=AAAA'] };
  const [other] = await look();
  expect(other).toMatchObject({
    level: 'note',
    what: expect.stringContaining('holds another key') as string,
  });
  expect(other?.fix).toContain(`writes from eastside.example: the one TXT record of ${name} is ${value}`);
  delete known[name];
  expect(await look()).toMatchObject([
    { level: 'note', what: expect.stringContaining('is missing') as string },
  ]);
  known[name] = { fails: true };
  expect(await look()).toMatchObject([
    { level: 'note', what: expect.stringContaining('does not answer') as string },
  ]);
});

test('a certificate that nobody vouches for is found, and a folder in which no site lives', async () => {
  const { site, env } = await aSiteToLookAfter();
  await rm(join(env.DATA_DIR ?? '', 'secret'));
  const front = await aFront(site, { isTrusted: false });
  const { findings } = await examine({ ...front, DATA_DIR: env.DATA_DIR, MAIL_FROM: 'us@valley.test' }, {});
  expectFound(findings, [
    ['database', 'No site lives in ', 'set DATA_DIR to the folder'],
    [
      'TLS',
      'Browsers do not trust the certificate of localhost (DEPTH_ZERO_SELF_SIGNED_CERT)',
      'Let the proxy',
    ],
  ]);
});

/** What a backup of so many hours ago is called. */
function archiveOf(hoursAgo: number) {
  const at = new Date(Date.now() - hoursAgo * 3_600_000).toISOString().slice(0, 19).replaceAll(':', '-');
  return `groundwork-${at}Z.tar.zst.age`;
}

/** What is found with these settings, where the name server knows this zone; something is wrong, and so it ends with 1. */
async function examine(env: Env, known: Zone) {
  const dns = ['--dns', await aNameServer(known)];
  const { code, out, json } = await groundwork(['doctor', '--json', ...dns], { env });
  expect(code).toBe(1);
  return { out, findings: json.findings };
}

function expectFound(findings: Finding[], expected: [area: string, what: string, fix: string][]) {
  for (const [area, what, fix] of expected) {
    const found = findings.find((finding) => finding.area === area && finding.what.includes(what));
    expect(found, what).toMatchObject({ level: 'wrong', fix: expect.stringContaining(fix) });
  }
}

const wrongOf = ({ findings }: { findings: Finding[] }) => findings.filter(({ level }) => level === 'wrong');

async function startWorking({ db }: Awaited<ReturnType<typeof aSiteToLookAfter>>['site']) {
  await db.$client.query(
    `insert into worker_reports (worker, waiting_count, active_count, failed_count) values ('one', 0, 0, 0)`,
  );
}
