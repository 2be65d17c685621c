import { expect, test } from 'vitest';
import { aCampaign, aSignature } from '../campaigns/fixtures.ts';
import { hideCampaign, showCampaign } from '../campaigns/hidings/actions.ts';
import { promiseNext, sendMailings } from '../mailings/fixtures.ts';
import { aMailbox } from '../outbox/fixtures.ts';
import { aWriter } from './fixtures.ts';

/** A mailing with a campaign's card in it, promised and not gone, to one who signed. */
async function aPromised(linesOf: (campaignId: string) => string) {
  const writer = await aWriter();
  const { site, group, organizer, steward, asOrganizer, begin } = writer;
  const campaign = await aCampaign(site, group, organizer, { title: 'Keep the branch open' });
  await aSignature(site, campaign, { updates: true });
  const mailbox = await aMailbox();
  await sendMailings(site, mailbox);
  const card = `{{petition ${campaign.slug}}}`;
  const written = { subject: 'News', body: `Read on.\n\n${card}`, lines: linesOf(campaign.id) };
  const mailing = await begin(written);
  expect((await writer.send(mailing)).body).toBe('');
  await asOrganizer.delete(`${mailing}/wait`);
  const next = () => promiseNext(site, mailing.split('/').at(-1) ?? '');
  await next();
  const decided = { id: campaign.id, actorId: steward.id, reason: 'It names a person.' };
  const hide = () => site.ctx().change((tx) => hideCampaign(tx, decided));
  const show = () => site.ctx().change((tx) => showCampaign(tx, decided));
  const got = async () => {
    await sendMailings(site, mailbox);
    return mailbox.mails().filter(({ subject }) => subject === 'News');
  };
  const stops = async () =>
    (await asOrganizer.get(`${mailing}/checks`)).body.rows
      .filter(({ weight }: { weight: string }) => weight === 'stop')
      .map(({ code }: { code: string }) => code);
  return { ...writer, campaign, card, mailing, next, hide, show, got, stops };
}

const toSigners = (campaignId: string) => `add:signed:campaign=${campaignId}`;

test('what is written to those who signed a campaign stops while that is hidden, and can go on afterwards', async () => {
  const { asOrganizer, mailing, next, hide, show, got, stops } = await aPromised(toSigners);
  await hide();
  expect(await got()).toEqual([]);
  expect((await asOrganizer.get(mailing)).body.state).toBe('stopped');
  expect(await stops()).toEqual(['campaign-hidden', 'no-petition']);
  expect((await asOrganizer.delete(`${mailing}/stop`)).body.code).toBe('compositions.faults');
  await show();
  expect(await stops()).toEqual([]);
  expect((await asOrganizer.delete(`${mailing}/stop`)).status).toBe(204);
  await next();
  expect(await got()).toHaveLength(1);
});

test('nothing new is sent to its signers while it is hidden, whatever it says', async () => {
  const { campaign, begin, send, hide } = await aPromised(toSigners);
  await hide();
  const mailing = await begin({ lines: toSigners(campaign.id) });
  expect((await send(mailing)).body.code).toBe('compositions.faults');
});

test('of what is written to others the card is left out when its campaign is hidden before it goes', async () => {
  const { card, begin, send, stops, hide, next, mailing, asOrganizer, got } = await aPromised(
    () => 'only:mailable',
  );
  await asOrganizer.put(`${mailing}/stop`);
  await asOrganizer.delete(`${mailing}/stop`);
  await hide();
  await next();
  const [mail] = await got();
  expect(mail?.text).toContain('Read on.');
  expect(mail?.text).not.toContain('Keep the branch open');
  expect(mail?.html).not.toContain('/campaigns/');
  expect(await stops()).toEqual(['no-petition']);
  expect((await send(await begin({ body: card }))).body.code).toBe('compositions.faults');
});
