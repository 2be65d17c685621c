import { generateKeyPairSync } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { openDkimSigner, openMailer, place } from './mail.ts';
import { startMailbox } from './testing.ts';
import { verifySignatures } from './testing/signatures.ts';

const { publicKey, privateKey } = aKey();
const ownKey = aKey();
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

test('a mail from somebody else’s domain has two signatures, and both hold', async () => {
  const own = { domainName: 'eastside.example', keySelector: 'own', privateKey: ownKey.privateKey };
  const from = '"Eastside" <hello@eastside.example>';
  await mailer.send({ ...mail, to: 'cem@example.com', from, signer: openDkimSigner(own) });
  const { raw } = await mailbox.waitFor(({ to }) => to.includes('cem@example.com'));
  const keys: Record<string, string> = { 'example.org': publicKey, 'eastside.example': ownKey.publicKey };
  const signatures = (text: string) => verifySignatures(text, ({ d = '' }) => keys[d] ?? '');
  expect(signatures(raw).map(({ holds, tags }) => [tags.d, tags.s, holds])).toEqual([
    ['example.org', 'mail', true],
    ['eastside.example', 'own', true],
  ]);
  expect(signatures(raw.replace('Hola', 'Hole')).map(({ holds }) => holds)).toEqual([false, false]);
});

function verify(raw: string) {
  const [signature] = verifySignatures(raw, () => publicKey);
  if (!signature) throw new Error('this mail has no signature');
  return signature;
}

function aKey() {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
}
