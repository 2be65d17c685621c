import { say } from '@groundwork/words';
import { expect, onTestFinished, test } from 'vitest';
import { startDemo } from './site.ts';
import { linkMailed } from './steps.ts';
import { openW3m } from './w3m.ts';

const CAMPAIGN = '/campaigns/keep-the-library-branch-open-keep-the-block-online';
const EVENT = '/events/fill-the-chamber';
const GROUP = 'Eastside Tenants Union';
const ROSA = { name: 'Rosa Textual', email: 'rosa.textual@example.org' };

test('a person in a text browser signs, comes, changes it, cancels, ends the mail and is erased', async () => {
  const site = await startDemo();
  onTestFinished(() => site.stop());
  const w3m = await openW3m(site.url + CAMPAIGN);
  // From here on it sends a cookie, and no Origin.
  await w3m.press('English');
  await w3m.sees(say('en', 'campaigns.sign.petition'));

  await w3m.fill(say('en', 'campaigns.sign.name'), ROSA.name);
  await w3m.fill(say('en', 'campaigns.sign.email'), ROSA.email);
  await w3m.tick(say('en', 'campaigns.sign.updates'));
  await w3m.press(say('en', 'campaigns.sign.petition.button'));
  await w3m.sees(say('en', 'campaigns.thanks.title'));
  await w3m.go(await linkMailed(site, ROSA.email, '/signatures/'));
  await w3m.press(say('en', 'campaigns.own.confirm.button'));
  await w3m.sees(say('en', 'campaigns.own.confirmed.title'));

  await w3m.go(site.url + EVENT);
  await w3m.fill(say('en', 'campaigns.sign.name'), ROSA.name);
  await w3m.fill(say('en', 'campaigns.sign.email'), ROSA.email);
  // The first is the answer to choose.
  await w3m.press('I’ll be there', 1);
  await w3m.sees(say('en', 'events.thanks.title'));
  await w3m.go(await linkMailed(site, ROSA.email, '/rsvps/'));
  await w3m.press(say('en', 'events.own.confirm.going'));
  await w3m.sees(say('en', 'events.own.going'));
  await w3m.tick('Perhaps');
  await w3m.press(say('en', 'events.own.save'));
  await w3m.sees(say('en', 'events.own.maybe'));
  await w3m.press(say('en', 'events.own.cancel'));
  await w3m.sees(say('en', 'events.own.cancelled'));

  await w3m.press(say('en', 'people.unsubscribe.way', { group: GROUP }));
  await w3m.press(say('en', 'people.unsubscribe.do'));
  await w3m.sees(say('en', 'people.unsubscribe.done', { group: GROUP }));
  await w3m.press(say('en', 'people.unsubscribe.record.send'));
  await w3m.sees(say('en', 'people.unsubscribe.record.sent'));
  await w3m.go(await linkMailed(site, ROSA.email, '/my-record/'));
  await w3m.sees(say('en', 'people.own.title', { group: GROUP }));
  await w3m.press(say('en', 'people.own.erase'), 1);
  await w3m.sees(say('en', 'people.own.erased.title'));
  const { rows } = await site.database.pool.query('select from people where email = $1', [ROSA.email]);
  expect(rows).toEqual([]);
});
