import { expect, test } from 'vitest';
import { aSite } from '../../testing.ts';
import { aCrew } from '../fixtures.ts';
import { sendFile } from './fixtures.ts';
import { isNeverKept, isPlaceOfReading } from './never-kept.ts';
import { imports } from './tables.ts';

test.each([
  ...['OPTIN_IP', 'CONFIRM_IP', 'ip address', 'IP', 'Signup IP Address', 'Dirección IP', 'User-Agent'],
  ...['LATITUDE', 'primary_longitude', 'address_lat', 'lng', 'Latitud', 'Coordinates', 'خط العرض'],
])('a column headed %j is never kept', (heading) => {
  expect(isNeverKept(heading, [])).toBe(true);
});

test.each(['Zip', 'VIP', 'Membership', 'Tip', 'Long walk', 'Flat', 'Location', 'Plat', ''])(
  'a column headed %j may be kept',
  (heading) => {
    expect(isNeverKept(heading, ['192 Linden St', '10.5'])).toBe(false);
  },
);

test('where Mailchimp takes readers to be is nobody’s address, and a region of other lists is', () => {
  const headers = ['Email Address', 'LEID', 'EUID'];
  const ofReading = ['REGION', 'CC', 'TIMEZONE', 'GMTOFF', 'DSTOFF'];
  expect(ofReading.filter((one) => isPlaceOfReading(one, headers))).toEqual(ofReading);
  expect(isPlaceOfReading('State', headers)).toBe(false);
  expect(isPlaceOfReading('Region', ['Email', 'City'])).toBe(false);
});

test('it is left out of a file of Mailchimp’s, and shown to nobody', async () => {
  const site = await aSite();
  const { group, steward } = await aCrew(site);
  const file = 'Email Address,State,REGION,CC,EUID\nana@example.org,Oregon,CA,US,e1\n';
  const { body } = await sendFile(site, group, steward, file);
  expect(body.columns).toEqual(['email', 'region', 'none', 'none', 'id:mailchimp']);
  expect(body.known).toEqual(['heading', 'heading', 'never', 'never', 'heading']);
  expect(body.sample[0].cells).toEqual(['ana@example.org', 'Oregon', '', '', 'e1']);
});

test('what stands under a heading that says nothing tells it as well', () => {
  expect(isNeverKept('Source', ['192.0.2.1', '', '2001:db8::1'])).toBe(true);
  expect(isNeverKept('Source', ['192.0.2.1', 'web', 'flyer'])).toBe(false);
});

test('addresses of the internet and places on the map are left out, whatever anybody says, and shown to nobody', async () => {
  const site = await aSite();
  const { group, steward } = await aCrew(site);
  const file =
    'email,OPTIN_IP,LATITUDE,From,Shirt\nana@example.org,192.0.2.7,40.4168,192.0.2.8,M\nbo@example.org,192.0.2.7,40.4168,192.0.2.8,M\n';
  const { body } = await sendFile(site, group, steward, file);
  const path = `/groups/${group.slug}/imports/${body.id}`;
  const { encoding, delimiter, headingRow, consent } = body;
  const columns = ['email', 'asTag', 'new', 'asTag', 'new'];
  const purpose = 'For the march.';
  const plan = { encoding, delimiter, headingRow, consent, columns, purpose };
  const planned = await site.as(steward).put(`${path}/plan`, plan);
  expect(planned.body.columns).toEqual(['email', 'none', 'none', 'none', 'new']);
  expect(planned.body.known).toEqual(['heading', 'never', 'never', 'never', 'said']);
  expect(JSON.stringify(await site.db.select().from(imports))).not.toMatch(/192\.0\.2|40\.4168/);
  await site.as(steward).put(`${path}/approval`);
  await site.work();
  const { body: fields } = await site.as(steward).get(`/groups/${group.slug}/person-fields`);
  expect(fields.rows.map(({ name }: { name: string }) => name)).toEqual(['Shirt']);
  const { body: people } = await site.as(steward).get(`/groups/${group.slug}/people?search=ana`);
  expect(people.rows[0].tags).toEqual([]);
  const again = await sendFile(site, group, steward, file);
  expect(again.body.known).toEqual(['kept', 'never', 'never', 'never', 'kept']);
});
