import { startImapServer } from '@groundwork/inbox/testing';
import { startMailbox } from '@groundwork/mail/testing';
import { expect, onTestFinished, test } from 'vitest';
import { aSiteToLookAfter, groundwork } from '../testing/testing.ts';
import type { Finding } from './finding.ts';

/** A site whose mail goes to a server that the test leads on to the site's own mailbox. */
async function aSiteWithMailbox() {
  const { env } = await aSiteToLookAfter();
  const [mailbox, imap] = [await startMailbox(), await startImapServer()];
  onTestFinished(async () => {
    await mailbox.close();
    await imap.close();
  });
  const settings = {
    ...{ SMTP_URL: mailbox.url, MAIL_FROM: 'Valley <hello@valley.example>', DNS_SERVERS: '127.0.0.1:1' },
    ...{ RETURN_ADDRESS: 'returns@valley.example', INBOX_URL: imap.url },
  };
  const ask = async (changed: Record<string, string> = {}) => {
    const { json } = await groundwork(['doctor', '--json', '--through'], {
      env: { ...env, ...settings, ...changed },
    });
    return (json as { findings: Finding[] }).findings;
  };
  return { mailbox, imap, ask };
}

test('a letter is sent through, taken out of the mailbox, and its headers are read', async () => {
  const { mailbox, imap, ask } = await aSiteWithMailbox();
  await imap.deliver('Message-ID: <other@valley.example>\r\nSubject: Another\r\n\r\nStays.');
  const asked = ask();
  const letter = await mailbox.waitFor(({ to }) => to.includes('returns@valley.example'));
  const judged =
    'Authentication-Results: mx.valley.example; dkim=pass header.d=valley.example; spf=pass smtp.mailfrom=valley.example\r\n';
  await imap.deliver(judged + letter.raw);
  const said = (await asked).map(({ what }) => what);
  expect(said).toContain('DKIM: the signature of valley.example holds.');
  expect(said).toContainEqual(expect.stringMatching(/^The mail server took the letter: 250 /));
  expect(await imap.list()).toHaveLength(1);
});

test('without a mailbox, or with one that lets nobody in, that is said', async () => {
  const { ask } = await aSiteWithMailbox();
  expect(await ask({ INBOX_URL: '' })).toContainEqual(
    expect.objectContaining({
      level: 'wrong',
      what: expect.stringContaining('only where SMTP_URL, RETURN_ADDRESS'),
    }),
  );
  expect(await ask({ INBOX_URL: 'imap://n:p@127.0.0.1:1/INBOX' })).toContainEqual(
    expect.objectContaining({ level: 'wrong', what: expect.stringContaining('its server does not answer') }),
  );
});
