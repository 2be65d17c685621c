import { createHash, createVerify, generateKeyPairSync } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { openMailer, place } from './mail.ts';
import { startMailbox } from './testing.ts';

const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const mailbox = await startMailbox();
const dkim = { domainName: 'example.org', keySelector: 'mail', privateKey };
const mailer = openMailer({ smtpUrl: mailbox.url, mailFrom: 'Coalición <hello@example.org>', dkim });
afterAll(async () => {
  await mailer.close();
  await mailbox.close();
});

const mail = {
  messageId: '<1@example.org>',
  to: 'ada@example.com',
  subject: 'Mañana a las 7: nos vemos en la plaza, con pancartas y con toda la gente que podamos traer',
  text: 'Hola  \n\n\n.punto\nÑandú\n\n\n',
  html: '<p>Hola</p>',
  language: 'es',
  unsubscribeUrl: `https://example.org/unsubscribe/${'a'.repeat(90)}`,
};

test('the signature holds, and vouches for the one-click headers', async () => {
  await mailer.send(mail);
  const { raw } = await mailbox.waitFor(({ to }) => to.includes(mail.to));
  const { holds, tags } = verify(raw);
  expect(tags).toMatchObject({ d: 'example.org', s: 'mail', a: 'rsa-sha256' });
  expect(tags.h?.split(':')).toEqual(
    expect.arrayContaining(['from', 'to', 'subject', 'list-unsubscribe', 'list-unsubscribe-post']),
  );
  expect(holds).toBe(true);
});

test('the signature of a mail that was filled in holds too', async () => {
  const letter = {
    ...{ language: 'es', direction: 'ltr' as const, siteName: 'Ñuñoa', heading: mail.subject },
    ...{ paragraphs: [`Hola ${place('name')}`, '   dos   espacios   '], footer: [] },
  };
  const { subject, language, unsubscribeUrl } = mail;
  const template = await mailer.prepare({ letter, subject, language, unsubscribeUrl });
  await template.send({
    messageId: '<2@example.org>',
    to: 'eve@example.com',
    values: { name: 'Eva  \n\n ' },
  });
  const { raw } = await mailbox.waitFor(({ to }) => to.includes('eve@example.com'));
  expect(verify(raw).holds).toBe(true);
});

test('a changed word breaks it', async () => {
  const { raw } = await mailbox.waitFor(({ to }) => to.includes(mail.to));
  expect(verify(raw.replace('Hola', 'Hole')).holds).toBe(false);
  expect(verify(raw.replace(/^To: .*$/m, 'To: eve@example.com')).holds).toBe(false);
});

test.for(['From: eve@example.com', 'Reply-To: eve@example.com', 'Subject: You won', 'To: all@example.com'])(
  'a second %s before ours breaks it',
  async (field) => {
    const { raw } = await mailbox.waitFor(({ to }) => to.includes(mail.to));
    expect(verify(`${field}\r\n${raw}`).holds).toBe(false);
  },
);

test('a key that cannot sign is refused at once, not skipped', () => {
  const { privateKey: other } = generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const settings = { smtpUrl: mailbox.url, mailFrom: 'a@b.c', dkim: { ...dkim, privateKey: other } };
  expect(() => openMailer(settings)).toThrow('Mail is signed with an RSA key, and DKIM_KEY is another kind.');
});

/** Written from RFC 6376 (relaxed/relaxed, rsa-sha256), apart from the code that signs. */
function verify(raw: string): { holds: boolean; tags: Record<string, string> } {
  const split = raw.indexOf('\r\n\r\n');
  const fields = raw.slice(0, split).split(/\r\n(?![ \t])/);
  const body = raw.slice(split + 4);
  const named = (name: string) =>
    fields.findLast((field) => field.toLowerCase().startsWith(`${name}:`)) ?? '';
  const signature = named('dkim-signature');
  const pairs = relaxedValue(signature)
    .split(';')
    .filter((pair) => pair.includes('='));
  const tags = Object.fromEntries(
    pairs.map((pair): [string, string] => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at).trim(), pair.slice(at + 1).replaceAll(/\s/g, '')];
    }),
  );
  const bodyHash = createHash('sha256').update(relaxedBody(body)).digest('base64');
  const unsigned = relaxedValue(signature).replace(/(;\s*b=)[^;]*/, '$1');
  // From the bottom up; one that is named and not there is the empty string (5.4.2).
  const left = [...fields];
  const signed = (tags.h ?? '').split(':').flatMap((name) => {
    const at = left.findLastIndex((field) => field.toLowerCase().startsWith(`${name}:`));
    return at === -1 ? [] : left.splice(at, 1).map((field) => `${name}:${relaxedValue(field)}`);
  });
  const verifier = createVerify('sha256').update(
    [...signed, `dkim-signature:${unsigned.trimEnd()}`].join('\r\n'),
  );
  return { holds: bodyHash === tags.bh && verifier.verify(publicKey, tags.b ?? '', 'base64'), tags };
}

function relaxedValue(field: string): string {
  return field
    .slice(field.indexOf(':') + 1)
    .replaceAll('\r\n', '')
    .replaceAll(/[ \t]+/g, ' ')
    .trim();
}

function relaxedBody(body: string): string {
  const lines = body.split('\r\n').map((line) => line.replaceAll(/[ \t]+/g, ' ').replace(/ $/, ''));
  return `${lines.join('\r\n').replace(/(\r\n)+$/, '')}\r\n`;
}
