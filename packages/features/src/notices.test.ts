import type { Transaction } from '@groundwork/database';
import { languages, type Language } from '@groundwork/words';
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { anAccount } from './accounts/fixtures.ts';
import { coalitionSamples } from './coalitions/fixtures.ts';
import { compactSamples } from './compacts/fixtures.ts';
import { directorySamples } from './directory/fixtures.ts';
import { anEvent } from './events/fixtures.ts';
import { findAnnouncedEvent } from './events/announced.ts';
import { greetingSamples } from './greetings/fixtures.ts';
import { aGroup } from './groups/fixtures.ts';
import { messagingSamples } from './messaging/fixtures.ts';
import { notices, type NoticeName } from './notices.ts';
import { tell, type Notice } from './notices/actions.ts';
import type { NoticeReceiver } from './notices/kinds.ts';
import { subjects } from './subjects.ts';
import { aSite, type TestSite } from './testing.ts';

const names = Object.keys(notices) as NoticeName[];

test.each(languages)('each notice has its words in %s, and a key of its own', async (language) => {
  const site = await aSite();
  const all = await samples(site, language);
  await site.ctx().change(async (tx) => {
    for (const name of names) await tellAll(tx, site, name, all);
  });
  const mails = await site.mails();
  expect(mails).toHaveLength(Object.values(all).flat().length);
  for (const { key, subject, letter } of mails) {
    const { heading, paragraphs = [], button, footer = [] } = letter ?? {};
    const words = [subject, heading ?? subject, ...paragraphs, ...footer, ...(button ? [button.label] : [])];
    for (const text of words) expect(text, key).toMatch(/^(?!mail\.)[^{}]+$/);
  }
});

test('each notice is told by some action', () => {
  const strings = globSync('**/!(*.test|notices|entries).ts', { cwd: import.meta.dirname })
    .map((path) => readFileSync(`${import.meta.dirname}/${path}`, 'utf8'))
    // The journal has kinds of the same names.
    .flatMap((source) => source.replaceAll(/\bnote\([^)]*/g, '').match(/(['`])[a-z]+\.[^'`\s]+\1/g) ?? [])
    .map(
      (quoted) =>
        new RegExp(
          `^${quoted
            .slice(1, -1)
            .replaceAll('.', '\\.')
            .replaceAll(/\$\{[^}]*\}/g, '[a-z]+')}$`,
        ),
    );
  expect(names.filter((name) => !strings.some((string) => string.test(name)))).toEqual([]);
});

test('each notice that is about something names a kind of subject', () => {
  const kinds = subjects.map(({ kind }) => kind);
  for (const { about } of Object.values(notices)) expect([null, ...kinds]).toContain(about);
});

test('what is told twice is told once, and nothing to whoever has no address', async () => {
  const site = await aSite();
  const { id } = await anAccount(site);
  const [ana, nobody]: NoticeReceiver[] = ['ana@example.org', null].map((email) => ({
    account: id,
    email,
    language: 'en',
  }));
  await site.ctx().change(async (tx) => {
    for (const to of [ana, nobody, ana]) if (to) await tell(tx, site.house, 'accounts.deleted', { to, id });
    await tell(tx, site.house, 'accounts.deleted');
  });
  const mails = await site.mails();
  expect(mails.map(({ toAddress }) => toAddress)).toEqual(['ana@example.org']);
});

test('a notice in the name of a group says which group, and one to a person says which person', async () => {
  const site = await aSite();
  const { id: groupId } = await aGroup(site);
  const { 'campaigns.signature-receipt': receipts } = await samples(site, 'en');
  const to = { person: groupId, email: 'ana@example.org', language: 'en' as const };
  const told = receipts.map((receipt) => ({ ...receipt, to, about: { ...receipt.about, groupId } }));
  await site.ctx().change((tx) => tell(tx, site.house, 'campaigns.signature-receipt', ...told));
  expect(await site.mails()).toMatchObject([{ groupId, personId: to.person, typed: null }]);
});

test('a notice that is not declared, or says other things than it declares, does not compile', () => {
  const to: NoticeReceiver = { typed: 'form', email: 'ana@example.org', language: 'en' };
  const wrong = async (tx: Transaction, { house }: TestSite) => {
    // @ts-expect-error A misspelt name.
    await tell(tx, house, 'accounts.opne', { to, id: '1', token: '2' });
    // @ts-expect-error No receiver.
    await tell(tx, house, 'accounts.open', { id: '1', token: '2' });
    // @ts-expect-error What its letter says is missing.
    await tell(tx, house, 'accounts.open', { to, id: '1' });
    // @ts-expect-error What names it is missing.
    await tell(tx, house, 'accounts.open', { to, token: '2' });
    // @ts-expect-error Something that it does not say.
    await tell(tx, house, 'accounts.open', { to, id: '1', token: '2', reason: 'none' });
    // @ts-expect-error It is about a group, which is not said.
    await tell(tx, house, 'groups.join-accepted', { to, requestId: '1', name: 'Ana' });
  };
  expect(wrong).toBeTypeOf('function');
});

type Samples = { [K in NoticeName]: Notice<K>[] };

function tellAll<K extends NoticeName>(tx: Transaction, { house }: TestSite, name: K, all: Pick<Samples, K>) {
  return tell(tx, house, name, ...all[name]);
}

/** Something to tell of every kind: no new one compiles without. */
async function samples(site: TestSite, language: Language): Promise<Samples> {
  const { id, email } = await anAccount(site);
  const group = await aGroup(site);
  const event = await findAnnouncedEvent(site, (await anEvent(site, { group })).id);
  if (!event) throw new Error('there is an event');
  const to = { account: id, email, language };
  // What gathers is mailed to an account after minutes.
  const atOnce = { typed: 'form' as const, email, language };
  const own = { to, id };
  const named = {
    to,
    entryId: id,
    about: { id: group.id, groupId: group.id, name: 'Tenants', slug: 'tenants' },
  };
  const reason = 'It is spam.';
  const campaign = { ...named.about, title: 'Rent', groupName: 'Tenants', siteName: 'Valley' };
  const signed = { to, about: campaign, signatureId: id };
  const rsvp = { id, state: 'going' as const, guestCount: 2, language, wantsUpdates: true };
  const answered = { to, about: event, rsvp, entryId: id };
  const reported = { to, entryId: id, about: { ...campaign, address: '/campaigns/rent' }, reason };
  const hiddenAndShown = (first: number) =>
    (['hide', 'show'] as const).map((deed, place) => ({ ...reported, ...{ deed, place: first + place } }));
  const between = { ...named, title: 'Rent', group: 'Riders' };
  const atHome = { ...between, slug: 'rent', word: 'Yes, with you.' };
  const toldOfFrame = { ...between, path: '/campaigns/rent/manage#frames' };
  return {
    'campaigns.sponsor-asked': [{ ...between, word: 'With us?' }],
    'campaigns.sponsor-dropped': [between],
    'campaigns.sponsor-accepted': [atHome],
    'campaigns.sponsor-declined': [atHome],
    'campaigns.sponsor-left': [atHome],
    'campaigns.sponsor-posted': [atHome],
    'campaigns.sponsor-unposted': [{ ...atHome, updateId: id }],
    'campaigns.sponsor-signed': [atHome],
    'campaigns.frame-asked': [toldOfFrame],
    'campaigns.frame-published': [toldOfFrame],
    'campaigns.frame-refused': [{ ...toldOfFrame, word: 'Too long.' }],
    'campaigns.frame-withdrawn': [toldOfFrame],
    'events.sponsor-asked': [{ ...between, word: 'With us?' }],
    'events.sponsor-dropped': [between],
    'events.sponsor-accepted': [atHome],
    'events.sponsor-declined': [atHome],
    'events.sponsor-left': [atHome],
    'accounts.open': [{ ...own, token: 'x' }],
    'accounts.open-known': [own],
    'accounts.invitation': [{ ...own, token: 'x' }],
    'accounts.reset': [{ ...own, token: 'x' }],
    'accounts.reset-unknown': [own],
    'accounts.reset-suspended': [own],
    'accounts.password-changed': [own],
    'accounts.email-change': [{ ...own, token: 'x' }],
    'accounts.email-moving': [{ ...own, email }],
    'accounts.email-taken': [own],
    'accounts.suspended': [{ ...own, reason }],
    'accounts.suspension-lifted': [own],
    'accounts.deleted': [own],
    'accounts.site-steward-granted': [{ to, entryId: id }],
    'accounts.site-steward-ended': [{ to, entryId: id }],
    'groups.vouched': [named],
    'groups.doubted': [named],
    'groups.hidden': [{ ...named, reason }],
    'groups.shown': [named],
    'groups.frozen': [{ ...named, reason }],
    'groups.thawed': [named],
    'groups.steward-given': [named],
    'groups.deletion-asked': [false, true].map((isSteward) => ({
      ...named,
      ...{ entryId: `${isSteward}`, on: new Date(), isSteward },
    })),
    'groups.deletion-withdrawn': [named],
    'groups.domain-lost': [{ ...named, domain: 'eastside.example' }],
    'groups.domain-back': [{ ...named, domain: 'eastside.example' }],
    'groups.join-asked': [{ ...named, to: atOnce, requestId: '3', name: 'Ana' }],
    'groups.role-given': [named],
    'groups.put-out': [named],
    'groups.ban-lifted': [named],
    'campaigns.coordinator-removed': [{ to, about: campaign, title: 'Rent', entryId: id }],
    'events.host-removed': [{ to, about: event, title: 'Door-knock', entryId: id }],
    'campaigns.coordinator-named': [{ to, about: campaign, title: 'Rent', slug: 'rent', entryId: id }],
    'events.host-named': [{ to, about: event, title: 'Door-knock', slug: 'door-knock', entryId: id }],
    'home.still-waits': [{ to: atOnce, about: named.about, line: 'Ana wants to join', path: '/home' }],
    'home.digest': [1, 2].map((count) => ({
      ...{ to, digestId: `${count}`, count, ends: 'home.digest', thing: null },
      lines: [
        { title: 'Rent', group: 'Tenants' },
        { title: 'Heat', group: null },
      ].slice(0, count),
    })),
    'groups.join-accepted': [{ ...named, requestId: '1', name: 'Ana' }],
    'groups.join-declined': [{ ...named, requestId: '2', name: 'Ana' }],
    'groups.invited': [
      { ...named, invitationId: id, token: 'x', site: 'Valley Coalition', expiresAt: new Date() },
    ],
    'people.own-record-asked': [{ to, about: campaign }],
    'people.forgetting-ahead': [{ to, about: named.about }],
    'people.own-email-asked': [{ to, id, sealed: 'x' }],
    'people.own-email-moved': [
      { to, about: campaign, changeId: id, isKept: true },
      { to, about: campaign, changeId: 'another', isKept: false },
    ],
    'people.own-records-asked': [{ to, id, email: 'sam@example.org' }],
    'campaigns.signature-asked': [{ ...signed, email: 'sam@example.org', again: null }],
    'campaigns.signature-reminder': [{ to, about: campaign, signatureId: id, email: 'sam@example.org' }],
    'campaigns.signature-standing': [{ ...signed, email: 'sam@example.org', again: new Date() }],
    'campaigns.signature-receipt': [{ ...signed, email: 'sam@example.org', confirmedAt: new Date() }],
    'events.rsvp-asked': [
      { to, about: event, rsvpId: id, email: 'sam@example.org', site: 'Valley Coalition' },
    ],
    'events.rsvp-answered': (['going', 'maybe', 'waitlisted', 'cancelled'] as const).map((occasion) => ({
      ...answered,
      ...{ occasion, entryId: occasion, rsvp: { ...rsvp, state: occasion } },
    })),
    'events.rsvp-known': [answered],
    'events.rsvp-promoted': [answered],
    'segments.view-shared': [
      { to, about: { ...named.about, groupName: 'Tenants' }, sharer: 'Amina', sharedAt: new Date() },
    ],
    'ladders.handed': [
      { to, about: { ...named.about, name: 'Welcome', groupName: 'Tenants' }, at: new Date() },
    ],
    'ladders.stopped': (['many', 'gone'] as const).map((why) => ({
      ...{ to, why, at: new Date() },
      about: { ...named.about, id: why, name: 'Welcome', groupName: 'Tenants' },
    })),
    'compositions.trial': [
      {
        ...{ to, about: named.about, trialId: '1' },
        sample: { subject: 'Two days', letter: { heading: 'Two days', paragraphs: ['Come.'] } },
      },
    ],
    'compositions.held-back': [
      {
        to,
        about: { ...named.about, subject: 'Two days', groupName: 'Tenants' },
        entryId: id,
      },
    ],
    'compositions.look-asked': [
      {
        ...{ to, asker: 'Amina', askedAt: new Date() },
        about: { ...named.about, subject: 'Two days', groupName: 'Tenants' },
      },
    ],
    'exchanges.answer': [
      {
        ...{
          to,
          letterId: '1',
          body: 'See you.\n\nBring Sam.',
          author: 'Amina',
          inReplyTo: '<1@mail.example>',
        },
        about: { ...named.about, subject: 'Two days', groupName: 'Tenants' },
      },
    ],
    'compositions.stopped': (['addresses', 'complaints'] as const).map((why) => ({
      ...{ to, why },
      about: { ...named.about, id: why, subject: 'Two days', groupName: 'Tenants', ladderId: null },
    })),
    'reports.made': [null, 'Tenants'].map((name) => ({
      ...{ to: atOnce, about: named.about },
      ...{ reportId: `${name}`, group: name },
    })),
    'reports.comment-decided': (['hide', 'show', 'remove'] as const).map((deed, place) => ({
      ...reported,
      ...{ deed, place },
    })),
    'reports.campaign-decided': hiddenAndShown(3),
    'reports.event-decided': hiddenAndShown(5),
    'reports.listing-decided': hiddenAndShown(7),
    'reports.update-decided': hiddenAndShown(9),
    'reports.target-decided': hiddenAndShown(11),
    'targets.promise-due': [{ ...PROMISED, to, about: { ...named.about, title: 'Dana Price' } }],
    ...coalitionSamples({ to, about: named.about }),
    ...compactSamples(to, named.about),
    ...messagingSamples({ to, atOnce, about: named.about }),
    ...greetingSamples({ to, atOnce, about: named.about }),
    ...directorySamples({ to, about: named.about }),
    'stewardship.groups-wait': [1, 2].map((count) => ({ to, count, at: new Date(count) })),
    'stewardship.letter-opened': [false, true].map((withLinks) => ({
      ...{ to, receiverKey: `${withLinks}`, withLinks },
    })),
  };
}

const PROMISED = {
  ...{ askId: '1', slug: 'tenants', group: 'Tenants', promise: 'A new roof.', dueOn: '2031-05-01' },
};
