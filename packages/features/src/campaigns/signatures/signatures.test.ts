import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anAccount } from '../../accounts/fixtures.ts';
import { withdrawConsent } from '../../people/consents.ts';
import { consents, people, personHistory } from '../../people/tables.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { aCast } from '../../links/fixtures.ts';
import { aCampaign, aSignature, sealedSignature } from '../fixtures.ts';
import { signatures } from './tables.ts';

const sam = { name: 'Sam Ortiz', email: 'sam@example.org', updates: true };

test('a signature counts once its address is confirmed, and not before', async () => {
  const site = await aSite();
  const { path } = await aRunning(site);
  const signed = await site.as(null).post(`${path}/signatures`, sam);
  expect(signed).toMatchObject({ status: 202, body: { state: 'unconfirmed' } });
  expect(await countOf(site, path)).toBe(0);
  const [mail] = await site.mails();
  expect(mail).toMatchObject({ toAddress: sam.email, language: 'en' });
  expect(JSON.stringify(mail?.letter)).not.toContain('Sam');

  const sealed = await sealedSignature(site, sam.email);
  expect((await site.as(null).get(`/signatures/${sealed}`)).body).toMatchObject({
    state: 'unconfirmed',
    name: sam.name,
  });
  expect(await countOf(site, path)).toBe(0);
  expect((await site.as(null).put(`/signatures/${sealed}/confirmation`)).body.state).toBe('confirmed');
  expect((await site.as(null).put(`/signatures/${sealed}/confirmation`)).status).toBe(200);
  expect(await countOf(site, path)).toBe(1);
});

test('a confirmed signer finds the way to what the group holds about them, and nobody before', async () => {
  const site = await aSite();
  const { path } = await aRunning(site);
  await site.as(null).post(`${path}/signatures`, sam);
  const link = `/signatures/${await sealedSignature(site, sam.email)}`;
  expect((await site.as(null).get(link)).body.subscription).toBeNull();
  const { subscription } = (await site.as(null).put(`${link}/confirmation`)).body;
  expect((await site.as(null).get(`/subscriptions/${subscription}`)).body.subscribed).toBe(true);
});

test('a no that is said between the tick and the press stands; a tick after the no is a yes', async () => {
  const site = await aSite();
  const { path } = await aRunning(site);
  const given = async () => (await site.db.select().from(consents)).map((one) => one.given);
  await site.as(null).post(`${path}/signatures`, sam);
  const [person] = await site.db.select().from(people).where(eq(people.email, sam.email));
  const { id: personId = '', groupId = '' } = person ?? {};
  const no = { personId, groupId, way: 'email', purpose: 'updates', how: 'unsubscribe-link' } as const;
  await site.db.transaction((tx) => withdrawConsent(tx, no));
  const confirm = async () =>
    site.as(null).put(`/signatures/${await sealedSignature(site, sam.email)}/confirmation`);
  expect((await confirm()).body.state).toBe('confirmed');
  expect(await given()).toEqual(['no']);

  await site.as(null).delete(`/signatures/${await sealedSignature(site, sam.email)}`);
  await site.as(null).post(`${path}/signatures`, sam);
  await confirm();
  expect(await given()).toEqual(['yes']);
});

test('a link that is not ours, or is for something else, leads nowhere', async () => {
  const site = await aSite();
  const { path } = await aRunning(site);
  const { sealed } = await aSignature(site, { path }, { confirmed: false });
  const [id = '', seal = ''] = sealed.split('.');
  for (const wrong of [id, `${id}.`, `${id}.${'a'.repeat(32)}`, 'nonsense', `${id}.${seal}x`]) {
    expect((await site.as(null).get(`/signatures/${wrong}`)).status).toBe(404);
    expect((await site.as(null).put(`/signatures/${wrong}/confirmation`)).status).toBe(404);
    expect((await site.as(null).delete(`/signatures/${wrong}`)).status).toBe(404);
  }
  expect(await countOf(site, path)).toBe(0);
});

test('twenty signs of one address at once are one signature, one person and one mail', async () => {
  const site = await aSite();
  const { path } = await aRunning(site);
  const tries = Array.from({ length: 20 }, (_, index) => {
    const email = index % 2 ? sam.email : 'SAM@Example.org';
    return site.as(null).post(`${path}/signatures`, { ...sam, email });
  });
  const answers = await Promise.all(tries);
  expect(new Set(answers.map(({ status, body }) => `${status} ${body.state}`))).toEqual(
    new Set(['202 unconfirmed']),
  );
  expect(await site.db.select().from(signatures)).toHaveLength(1);
  expect(await site.mails()).toHaveLength(1);
  const found = await site.db.select().from(people).where(eq(people.email, sam.email));
  expect(found).toHaveLength(1);

  const sealed = await sealedSignature(site, sam.email);
  await Promise.all(
    Array.from({ length: 10 }, () => site.as(null).put(`/signatures/${sealed}/confirmation`)),
  );
  expect(await countOf(site, path)).toBe(1);
  const history = await site.db.select({ kind: personHistory.kind }).from(personHistory);
  expect(history.map(({ kind }) => kind).sort()).toEqual(['confirmed', 'signed', 'subscribed']);
});

test('nobody can tell from the answer that an address signed before, nor change what its owner said', async () => {
  const site = await aSite();
  const { path } = await aRunning(site);
  const { sealed } = await aSignature(site, { path }, { ...sam, comment: 'I learned to read there.' });
  await passMinutes(site, 24 * 60 + 1);
  const again = await site
    .as(null)
    .post(`${path}/signatures`, { ...sam, name: 'Mallory', comment: 'Close it' });
  expect(again).toMatchObject({ status: 202, body: { state: 'unconfirmed' } });
  expect((await site.as(null).get(`/signatures/${sealed}`)).body).toMatchObject({
    state: 'confirmed',
    name: 'Sam Ortiz',
    comment: 'I learned to read there.',
  });
  expect(await countOf(site, path)).toBe(1);
  const mails = await site.mails();
  expect(mails).toHaveLength(2);
  expect(mails[1]?.subject).toContain('already signed');
});

test('one address gets one mail a day per campaign, and five an hour from a group', async () => {
  const site = await aSite();
  const { group, organizer } = await aCast(site);
  const sign = (path: string) => site.as(null).post(`${path}/signatures`, sam);
  const first = await aCampaign(site, group, organizer);
  await sign(first.path);
  await sign(first.path);
  expect(await site.mails()).toHaveLength(1);
  await passMinutes(site, 24 * 60 + 1);
  await sign(first.path);
  expect(await site.mails()).toHaveLength(2);
  for (let made = 0; made < 7; made += 1) {
    const { path } = await aCampaign(site, group, organizer);
    expect((await sign(path)).status).toBe(202);
  }
  // The first campaign's counts once: its time of mailing is the latest.
  expect(await site.mails()).toHaveLength(6);
});

test('a name is taken off and put back, and the number follows each time', async () => {
  const site = await aSite();
  const { path } = await aRunning(site);
  const { sealed, email } = await aSignature(site, { path });
  await aSignature(site, { path });
  expect(await countOf(site, path)).toBe(2);
  expect((await site.as(null).delete(`/signatures/${sealed}`)).body.state).toBe('withdrawn');
  expect((await site.as(null).delete(`/signatures/${sealed}`)).status).toBe(200);
  expect(await countOf(site, path)).toBe(1);
  expect((await site.as(null).put(`/signatures/${sealed}/confirmation`)).body.state).toBe('confirmed');
  expect(await countOf(site, path)).toBe(2);

  await site.as(null).delete(`/signatures/${sealed}`);
  await passMinutes(site, 24 * 60 + 1);
  await aSignature(site, { path }, { email, name: 'Samuel Ortiz', confirmed: false });
  expect(await countOf(site, path)).toBe(1);
  const answer = await site.as(null).put(`/signatures/${sealed}/confirmation`);
  expect(answer.body).toMatchObject({ state: 'confirmed', name: 'Samuel Ortiz' });
  expect(await countOf(site, path)).toBe(2);
});

test('someone signed in counts at once under their own address, and gets a way to undo it', async () => {
  const site = await aSite();
  const { path } = await aRunning(site);
  const ana = await anAccount(site, { email: 'ana@example.org' });
  const mine = { name: 'Ana Rojas', email: 'Ana@example.org', updates: true };
  const signed = await site.as(ana).post(`${path}/signatures`, mine);
  expect(signed).toMatchObject({ status: 201, body: { state: 'confirmed' } });
  expect(await countOf(site, path)).toBe(1);
  expect((await site.as(ana).get(path)).body.hasSigned).toBe(true);
  expect((await site.as(null).get(path)).body.hasSigned).toBe(false);
  expect((await site.as(ana).post(`${path}/signatures`, mine)).status).toBe(201);
  expect(await countOf(site, path)).toBe(1);
  expect((await site.mails()).map(({ subject }) => subject)).toEqual([
    expect.stringContaining('Your name counts'),
  ]);
  await site.as(null).delete(`/signatures/${signed.body.sealed}`);
  expect(await countOf(site, path)).toBe(0);
  expect((await site.as(ana).get(path)).body.hasSigned).toBe(false);
});

test("someone signed in who types another's address only causes a mail to it", async () => {
  const site = await aSite();
  const { path } = await aRunning(site);
  const ana = await anAccount(site);
  expect((await site.as(ana).post(`${path}/signatures`, sam)).status).toBe(202);
  expect(await countOf(site, path)).toBe(0);
  const [person] = await site.db.select().from(people).where(eq(people.email, sam.email));
  expect(person?.accountId).toBeNull();
});

test('agreeing to mail counts only from the mailbox itself, and an old link does not renew it', async () => {
  const site = await aSite();
  const { path } = await aRunning(site);
  const { sealed } = await aSignature(site, { path }, { ...sam, confirmed: false });
  expect(await site.db.select().from(consents)).toEqual([]);
  await site.as(null).put(`/signatures/${sealed}/confirmation`);
  expect(await site.db.select().from(consents)).toMatchObject([{ given: 'yes', how: 'signature' }]);

  await site.db.update(consents).set({ given: 'no' });
  await site.as(null).delete(`/signatures/${sealed}`);
  await site.as(null).put(`/signatures/${sealed}/confirmation`);
  expect(await site.db.select().from(consents)).toMatchObject([{ given: 'no' }]);
});

test('an ended campaign confirms no one anew, but lets people leave', async () => {
  const site = await aSite();
  const { path, organizer } = await aRunning(site);
  const [waiting, standing] = [
    await aSignature(site, { path }, { confirmed: false }),
    await aSignature(site, { path }),
  ];
  await site.as(organizer).put(`${path}/pause`);
  expect((await site.as(null).put(`/signatures/${standing.sealed}/confirmation`)).status).toBe(200);
  await site.as(organizer).put(`${path}/outcome`, { outcome: 'won' });
  expect((await site.as(null).put(`/signatures/${waiting.sealed}/confirmation`)).status).toBe(409);
  expect((await site.as(null).delete(`/signatures/${standing.sealed}`)).status).toBe(200);
  expect(await countOf(site, path)).toBe(0);
});

test('a pledge is signed like a petition and kept as what it is', async () => {
  const site = await aSite();
  const { group, organizer } = await aCast(site);
  const pledge = { action: 'pledge', pledgeText: 'I will not pay the increase.' } as const;
  const { path } = await aCampaign(site, group, organizer, pledge);
  const { sealed } = await aSignature(site, { path });
  expect((await site.as(null).get(`/signatures/${sealed}`)).body.campaign.pledgeText).toBe(pledge.pledgeText);
  expect(await site.db.select({ kind: signatures.kind }).from(signatures)).toEqual([{ kind: 'pledge' }]);
  expect(await countOf(site, path)).toBe(1);
});

test('the mail is in the language of who signs', async () => {
  const site = await aSite();
  const { path } = await aRunning(site);
  for (const language of ['es', 'ar'] as const) {
    await site.as(null, language).post(`${path}/signatures`, { ...sam, email: `${language}@example.org` });
  }
  const mails = await site.mails();
  expect(mails.map(({ language }) => language)).toEqual(['es', 'ar']);
  expect(mails[0]?.letter?.button?.label).toBe('Ver y confirmar');
});

test('a form that is not filled in is told field by field', async () => {
  const site = await aSite();
  const { path } = await aRunning(site);
  const { status, body } = await site
    .as(null)
    .post(`${path}/signatures`, { name: '', email: 'sam', updates: false });
  expect(status).toBe(422);
  expect(body.fields).toMatchObject([
    { name: 'name', code: 'field.required' },
    { name: 'email', code: 'field.email' },
  ]);
  expect(await site.db.select().from(signatures)).toEqual([]);
});

async function aRunning(site: TestSite) {
  const cast = await aCast(site);
  return { ...cast, ...(await aCampaign(site, cast.group, cast.organizer)) };
}

async function countOf(site: TestSite, path: string): Promise<number> {
  return (await site.as(null).get(path)).body.signatureCount;
}

/** As if everything so far had happened that long ago. */
async function passMinutes(site: TestSite, minutes: number) {
  const rows = await site.db.select().from(signatures).orderBy(asc(signatures.id));
  for (const { id, mailedAt } of rows) {
    if (!mailedAt) continue;
    const earlier = new Date(mailedAt.getTime() - minutes * 60_000);
    await site.db.update(signatures).set({ mailedAt: earlier }).where(eq(signatures.id, id));
  }
}
