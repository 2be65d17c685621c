import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anAccount } from '../../accounts/fixtures.ts';
import { consents, people, personHistory } from '../../people/tables.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { aCast } from '../../links/fixtures.ts';
import { aCampaign, aSignature, sealedFor } from '../fixtures.ts';
import { addUpTallies } from './tally.ts';
import { signatures, tallyMarks } from './tables.ts';

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

  const sealed = await sealedFor(site, sam.email);
  expect((await site.as(null).get(`/signatures/${sealed}`)).body).toMatchObject({
    state: 'unconfirmed',
    name: sam.name,
  });
  expect(await countOf(site, path)).toBe(0);
  expect((await site.as(null).put(`/signatures/${sealed}/confirmation`)).body.state).toBe('confirmed');
  expect((await site.as(null).put(`/signatures/${sealed}/confirmation`)).status).toBe(200);
  expect(await countOf(site, path)).toBe(1);
});

test('a link that is not ours, or is for something else, leads nowhere', async () => {
  const site = await aSite();
  const { path } = await aRunning(site);
  const { sealed } = await aSignature(site, { path }, { confirmed: false });
  const [id = ''] = sealed.split('.');
  for (const wrong of [id, `${id}.`, `${id}.${'a'.repeat(32)}`, 'nonsense', `${sealed}x`]) {
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
  expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`))).toEqual(
    new Set(['202 {"state":"unconfirmed"}']),
  );
  expect(await site.db.select().from(signatures)).toHaveLength(1);
  expect(await site.mails()).toHaveLength(1);
  const found = await site.db.select().from(people).where(eq(people.email, sam.email));
  expect(found).toHaveLength(1);

  const sealed = await sealedFor(site, sam.email);
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
  await passMinutes(site, 11);
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

test('one address gets one mail in ten minutes per campaign, and five an hour from a group', async () => {
  const site = await aSite();
  const { group, organizer } = await aCast(site);
  const sign = (path: string) => site.as(null).post(`${path}/signatures`, sam);
  const first = await aCampaign(site, group, organizer);
  await sign(first.path);
  await sign(first.path);
  expect(await site.mails()).toHaveLength(1);
  await passMinutes(site, 11);
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
  await passMinutes(site, 11);
  await aSignature(site, { path }, { email, name: 'Samuel Ortiz', confirmed: false });
  expect(await countOf(site, path)).toBe(1);
  const answer = await site.as(null).put(`/signatures/${sealed}/confirmation`);
  expect(answer.body).toMatchObject({ state: 'confirmed', name: 'Samuel Ortiz' });
  expect(await countOf(site, path)).toBe(2);
});

test('the number is the same before and after marks are added up, and an erased person no longer counts', async () => {
  const site = await aSite();
  const { path, group, steward } = await aRunning(site);
  const [first] = [
    await aSignature(site, { path }),
    await aSignature(site, { path }),
    await aSignature(site, { path }),
  ];
  await site.as(null).delete(`/signatures/${first?.sealed}`);
  expect(await countOf(site, path)).toBe(2);
  await Promise.all([addUpTallies(site.ctx()), addUpTallies(site.ctx()), addUpTallies(site.ctx())]);
  expect(await site.db.select().from(tallyMarks)).toEqual([]);
  expect(await countOf(site, path)).toBe(2);
  const [someone] = await site.db
    .select({ id: signatures.personId })
    .from(signatures)
    .where(eq(signatures.stands, true));
  expect((await site.as(steward).delete(`/groups/${group.slug}/people/${someone?.id}`)).status).toBe(204);
  expect(await countOf(site, path)).toBe(1);
  await addUpTallies(site.ctx());
  expect(await countOf(site, path)).toBe(1);
});

test('a deleted group leaves no marks behind', async () => {
  const site = await aSite();
  const { path, group, steward } = await aRunning(site);
  await aSignature(site, { path });
  expect((await site.as(steward).delete(`/groups/${group.slug}`, { name: 'Eastside Tenants' })).status).toBe(
    204,
  );
  await addUpTallies(site.ctx());
  expect(await site.db.select().from(tallyMarks)).toEqual([]);
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

test('only those who said so stand on the page, by first name and initial, until an organizer hides them', async () => {
  const site = await aSite();
  const { path, organizer, member } = await aRunning(site);
  await aSignature(site, { path }, { name: 'Ana Rojas', comment: 'My street.', showName: true });
  await aSignature(site, { path }, { name: 'Quiet One', comment: 'Not for others.' });
  await aSignature(site, { path }, { name: 'Not Yet', showName: true, confirmed: false });
  const shown = async () => (await site.as(null).get(path)).body.recentSigners;
  expect(await shown()).toMatchObject([{ name: 'Ana R.', comment: 'My street.' }]);
  const [{ id }] = await shown();
  expect((await site.as(member).put(`${path}/signatures/${id}/hiding`)).status).toBe(403);
  expect((await site.as(null).put(`${path}/signatures/${id}/hiding`)).status).toBe(401);
  expect((await site.as(organizer).put(`${path}/signatures/${id}/hiding`)).status).toBe(204);
  expect(await shown()).toEqual([]);
  expect(await countOf(site, path)).toBe(2);
  await site.as(organizer).delete(`${path}/signatures/${id}/hiding`);
  expect(await shown()).toHaveLength(1);
});

test("the page never says a signer's email or whole name", async () => {
  const site = await aSite();
  const { path } = await aRunning(site);
  await aSignature(site, { path }, { name: 'Ana Rojas', email: 'secret@example.org', showName: true });
  const text = JSON.stringify((await site.as(null).get(path)).body);
  expect(text).not.toContain('secret@');
  expect(text).not.toContain('Rojas');
});

test('organizers see who signed, and the numbers by state, day and link', async () => {
  const site = await aSite();
  const { path, organizer } = await aRunning(site);
  const { link } = (await site.as(organizer).get(path)).body;
  await aSignature(site, { path }, { name: 'Ana Rojas', updates: true, link: link.code.toUpperCase() });
  await aSignature(site, { path }, { link: 'not-a-link' });
  await aSignature(site, { path }, { confirmed: false });
  const gone = await aSignature(site, { path });
  await site.as(null).delete(`/signatures/${gone.sealed}`);
  const { body } = await site.as(organizer).get(`${path}/numbers`);
  const today = new Date().toISOString().slice(0, 10);
  expect(body).toMatchObject({
    confirmed: 2,
    unconfirmed: 1,
    withdrawn: 1,
    reachable: 1,
    byDay: [{ on: today, count: 2 }],
  });
  expect(body.byLink).toMatchObject([{ count: 1 }]);
  const first = await site.as(organizer).get(`${path}/signatures?limit=3`);
  const second = await site.as(organizer).get(`${path}/signatures?limit=3&after=${first.body.next}`);
  expect([...first.body.rows, ...second.body.rows].map(({ state }: { state: string }) => state)).toEqual([
    'withdrawn',
    'unconfirmed',
    'confirmed',
    'confirmed',
  ]);
});

test('a signer appears among the people of that group only', async () => {
  const site = await aSite();
  const { path, group, organizer } = await aRunning(site);
  const other = await aCast(site);
  await aSignature(site, { path }, sam);
  const held = await site.db
    .select({ groupId: people.groupId })
    .from(people)
    .where(eq(people.email, sam.email));
  expect(held).toEqual([{ groupId: group.id }]);
  const rows = (await site.as(organizer).get(`/groups/${group.slug}/people?search=sam`)).body.rows;
  expect(rows).toMatchObject([{ name: sam.name, email: sam.email, mayBeMailed: true }]);
  expect(
    (await site.as(other.organizer).get(`/groups/${other.group.slug}/people?search=sam`)).body.rows,
  ).toEqual([]);
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
  expect(mails[0]?.letter?.button?.label).toBe('Confirmar mi nombre');
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
