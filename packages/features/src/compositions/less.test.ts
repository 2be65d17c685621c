import { campaignChoice, wholeChoice } from '../people/choice-seals.ts';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aCampaign, aSignature } from '../campaigns/fixtures.ts';
import { promiseNext, sendMailings } from '../mailings/fixtures.ts';
import { mailings } from '../mailings/tables.ts';
import { aMailbox } from '../outbox/fixtures.ts';
import { aPerson } from '../people/fixtures.ts';
import { sealedId } from '../site/tokens.ts';
import { aWriter } from './fixtures.ts';

/** A writer with two campaigns, and Sam, who signed both and agreed to mail; what Sam gets of each kind of mailing. */
async function aSigner() {
  const writer = await aWriter();
  const { site, group, organizer, asOrganizer, begin, send, wait } = writer;
  const [library, bus] = [await aCampaign(site, group, organizer), await aCampaign(site, group, organizer)];
  const email = 'sam@example.org';
  for (const campaign of [library, bus]) await aSignature(site, campaign, { email, updates: true });
  const found = await asOrganizer.get(`${library.path}/signatures`);
  const personId = String(found.body.rows[0].personId);
  const seal = sealedId(site.house.settings.secret, 'unsubscribe', personId);
  const choice = wholeChoice(site.house, personId);
  const stranger = site.as(null);
  const aboutLibrary = { lines: `add:signed:campaign=${library.id}` };
  const aboutBus = { lines: `add:signed:campaign=${bus.id}` };
  const toAll = { lines: 'only:mailable' };
  const whyNot = async (what: object): Promise<string[]> => {
    const { body } = await asOrganizer.get(`${await begin(what)}/reach`);
    return body.leftOut.map(({ why }: { why: string }) => why);
  };
  const sendOut = async (what: object) => {
    const mailing = await begin(what);
    expect((await send(mailing)).status).toBe(204);
    await wait();
    return mailing;
  };
  const preference = async () => (await stranger.get(`/subscriptions/${seal}`)).body;
  const deeds: Record<string, string> = { campaigns: `campaigns/${choice}` };
  const prefer = (what: string, body?: object) =>
    stranger.put(`/subscriptions/${seal}/${deeds[what] ?? what}`, body);
  const person = `${writer.path}/people/${personId}`;
  return {
    ...writer,
    ...{ library, bus, email, personId, person, seal, choice, stranger, aboutLibrary, aboutBus, toAll },
    ...{ whyNot, sendOut, preference, prefer },
  };
}

test('who wants one letter a month gets the first, and is left out of the next, with the reason', async () => {
  const { site, toAll, whyNot, sendOut, prefer, preference, mailed, email, asOrganizer, person } =
    await aSigner();
  expect((await prefer('monthly')).status).toBe(204);
  expect(await preference()).toMatchObject({ subscribed: true, pace: 'monthly', onlyAbout: null });
  expect(await whyNot(toAll)).toEqual([]);
  await sendOut(toAll);
  expect(await mailed()).toEqual([email]);
  expect(await whyNot(toAll)).toEqual(['wants-less']);
  await site.db.execute(sql`update mails set finished_at = now() - interval '31 days'`);
  expect(await whyNot(toAll)).toEqual([]);
  const { body } = await asOrganizer.get(person);
  expect(body.consents).toMatchObject([{ way: 'email', given: 'yes', how: 'own-page', pace: 'monthly' }]);
  const history = await asOrganizer.get(`${person}/history?kind=mail`);
  expect(history.body.rows[0]).toMatchObject({ kind: 'wanted-monthly' });
});

test('somebody else is left out of nothing, and what members must hear comes all the same', async () => {
  const { site, group, toAll, sendOut, prefer, begin, asOrganizer } = await aSigner();
  await prefer('monthly');
  await aPerson(site, group, { isSubscribed: true, email: 'bea@example.org' });
  await sendOut(toAll);
  const reach = await asOrganizer.get(`${await begin(toAll)}/reach`);
  expect(reach.body).toMatchObject({ fitCount: 2, getCount: 1, leftOut: [{ why: 'wants-less', count: 1 }] });
  const toMembers = await begin({ lines: 'only:mailable', purpose: 'membership' });
  const { body } = await asOrganizer.get(`${toMembers}/reach`);
  expect(body.leftOut).toEqual([{ why: 'not-said-yes', count: 2 }]);
});

test('who wants letters of one campaign gets its own, and none of another or to everyone', async () => {
  const { library, aboutLibrary, aboutBus, toAll, whyNot, sendOut, prefer, preference, mailed, email } =
    await aSigner();
  expect((await prefer('campaigns', { campaignIds: [library.id] })).status).toBe(204);
  expect((await preference()).onlyAbout).toMatchObject([{ id: library.id }]);
  expect(await whyNot(aboutLibrary)).toEqual([]);
  expect(await whyNot(aboutBus)).toEqual(['other-campaign']);
  expect(await whyNot(toAll)).toEqual(['other-campaign']);
  expect(await whyNot({ lines: `${aboutLibrary.lines};${aboutBus.lines}` })).toEqual(['other-campaign']);
  await sendOut(aboutLibrary);
  expect(await mailed()).toEqual([email]);
});

test('all letters come again by their own press, and by nobody else’s', async () => {
  const { asOrganizer, person, toAll, whyNot, prefer, preference, library, stranger, seal } = await aSigner();
  await prefer('campaigns', { campaignIds: [library.id] });
  const spoken = (given: string) =>
    asOrganizer.put(`${person}/spoken-answer`, { way: 'email', given, manner: 'phone' });
  for (const given of ['no', 'yes']) expect((await spoken(given)).status).toBe(204);
  expect(await whyNot(toAll)).toEqual(['other-campaign']);
  // Stopped and taken up again, it is as much as before.
  await stranger.delete(`/subscriptions/${seal}`);
  expect(await whyNot({ lines: 'add:signed' })).toEqual(['said-no']);
  await stranger.put(`/subscriptions/${seal}`);
  expect(await whyNot(toAll)).toEqual(['other-campaign']);
  expect((await prefer('all')).status).toBe(204);
  expect(await preference()).toMatchObject({ subscribed: true, pace: null, onlyAbout: null });
  expect(await whyNot(toAll)).toEqual([]);
});

test('who wants less of one kind after the other wants both, until they press for all', async () => {
  const { toAll, aboutLibrary, sendOut, whyNot, prefer, preference, library } = await aSigner();
  const chosen = { campaignIds: [library.id] };
  const both = { pace: 'monthly', onlyAbout: [{ id: library.id }] };
  await prefer('campaigns', chosen);
  await prefer('monthly');
  expect(await preference()).toMatchObject(both);
  expect(await whyNot(toAll)).toEqual(['other-campaign']);
  await prefer('all');
  await prefer('monthly');
  await prefer('campaigns', chosen);
  expect(await preference()).toMatchObject(both);
  await sendOut(aboutLibrary);
  expect(await whyNot(aboutLibrary)).toEqual(['wants-less']);
  await prefer('all');
  expect(await preference()).toMatchObject({ pace: null, onlyAbout: null });
});

test('who asks to hear of another campaign hears of that one besides; who had stopped all, of that one alone', async () => {
  const { site, group, organizer, library, email, prefer, preference, stranger, seal } = await aSigner();
  const chosen = async () => (await preference()).onlyAbout.map(({ id }: { id: string }) => id);
  await prefer('campaigns', { campaignIds: [library.id] });
  const park = await aCampaign(site, group, organizer);
  await aSignature(site, park, { email, updates: true });
  expect(await chosen()).toEqual([library.id, park.id]);
  await aSignature(site, await aCampaign(site, group, organizer), { email, updates: false });
  expect(await chosen()).toEqual([library.id, park.id]);
  await stranger.delete(`/subscriptions/${seal}`);
  const school = await aCampaign(site, group, organizer);
  await aSignature(site, school, { email, updates: true });
  expect(await chosen()).toEqual([school.id]);
});

test('a tick in a form takes no month away', async () => {
  const { site, group, organizer, email, prefer, preference } = await aSigner();
  await prefer('monthly');
  await aSignature(site, await aCampaign(site, group, organizer), { email, updates: true });
  expect(await preference()).toMatchObject({ subscribed: true, pace: 'monthly', onlyAbout: null });
});

test('only what they signed and what runs can be chosen, and something has to be', async () => {
  const { site, group, organizer, asOrganizer, library, bus, prefer, stranger, seal, choice } =
    await aSigner();
  const park = await aCampaign(site, group, organizer);
  await asOrganizer.put(`${bus.path}/outcome`, { outcome: 'won' });
  const { body } = await stranger.get(`/subscriptions/${seal}/campaigns/${choice}`);
  expect(body.rows).toMatchObject([{ id: library.id, isChosen: false }]);
  for (const campaignIds of [[], [park.id], [bus.id]]) {
    const refused = await prefer('campaigns', { campaignIds });
    expect([refused.status, refused.body.fields[0].code]).toEqual([422, 'people.choose-campaign']);
  }
  for (const what of ['monthly', 'all', `campaigns/${choice}`])
    expect((await stranger.put(`/subscriptions/${'A'.repeat(54)}/${what}`, { campaignIds: [] })).status).toBe(
      404,
    );
});

test('a choice made meanwhile is heard until the mail is at the mail server', async () => {
  const { site, begin, send, toAll, aboutBus, library, prefer } = await aSigner();
  const mailbox = await aMailbox();
  const startUp = async (what: object) => {
    const mailing = await begin(what);
    await send(mailing);
    await site.db
      .update(mailings)
      .set({ dueAt: sql`now()` })
      .where(sql`state = 'scheduled'`);
    await promiseNext(site, mailing.split('/').at(-1) ?? '');
  };
  await sendMailings(site, mailbox);
  const before = mailbox.mails().length;
  await startUp(aboutBus);
  await prefer('campaigns', { campaignIds: [library.id] });
  await sendMailings(site, mailbox);
  expect(mailbox.mails()).toHaveLength(before);
  await prefer('all');
  // Two that wait at once: the one that began first is the one of this month.
  await startUp({ ...toAll, subject: 'First' });
  await startUp({ ...toAll, subject: 'Second' });
  await prefer('monthly');
  await sendMailings(site, mailbox);
  const got = mailbox.mails().slice(before);
  expect(got.map(({ subject }) => subject)).toEqual(['First']);
});

test('what was stopped counts in a week’s budget for those who had it, and for nobody else', async () => {
  const { site, group, asSteward, asOrganizer, begin, send, whyNot, toAll } = await aSigner();
  const mailbox = await aMailbox();
  await aPerson(site, group, { isSubscribed: true, email: 'bea@example.org' });
  await sendMailings(site, mailbox);
  await asSteward.put(`/groups/${group.slug}/mailing-rules`, { mostAWeek: 1, lookAbove: null });
  const mailing = await begin(toAll);
  await send(mailing);
  await site.db.update(mailings).set({ dueAt: sql`now()` });
  await promiseNext(site, mailing.split('/').at(-1) ?? '');
  await sendMailings(site, mailbox, 1);
  expect((await asOrganizer.put(`${mailing}/stop`)).status).toBe(204);
  const { body } = await asOrganizer.get(`${await begin(toAll)}/reach`);
  expect(body).toMatchObject({ getCount: 1, leftOut: [{ why: 'had-enough', count: 1 }] });
  expect(await whyNot(toAll)).toEqual(['had-enough']);
});

test('a letter of a campaign opens the choice of that one alone, and any other letter of none', async () => {
  const { site, seal, personId, library, bus, stranger, aboutLibrary, toAll, sendOut } = await aSigner();
  const linkIn = async (what: object) => {
    await sendOut(what);
    const mail = (await site.mails()).findLast(({ tells }) => tells === 'compositions.letter');
    return new URL(mail?.letter?.unsubscribe?.url ?? '');
  };
  const ofAll = await linkIn(toAll);
  expect(ofAll.search).toBe('');
  const { pathname, searchParams } = await linkIn(aboutLibrary);
  expect(pathname).toBe(`/unsubscribe/${seal}`);
  const choice = searchParams.get('choice') ?? '';
  expect(choice).toBe(campaignChoice(site.house, personId, library.id));
  const shown = await stranger.get(`/subscriptions/${seal}/campaigns/${choice}`);
  expect(shown.body.rows).toMatchObject([{ id: library.id }]);
  const refused = await stranger.put(`/subscriptions/${seal}/campaigns/${choice}`, { campaignIds: [bus.id] });
  expect(refused.status).toBe(422);
  const forged = choice.replace(library.id, bus.id);
  expect((await stranger.get(`/subscriptions/${seal}/campaigns/${forged}`)).status).toBe(404);
});
