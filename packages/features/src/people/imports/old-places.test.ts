import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { aSite } from '../../testing.ts';
import { aCrew } from '../fixtures.ts';
import { sendFile } from './fixtures.ts';
import { oldPlaceIn } from './old-places.ts';

const example = (name: string) => readFileSync(new URL(`./examples/${name}`, import.meta.url));
const placeIn = (bytes: Buffer | string, fileName = 'list.csv') =>
  oldPlaceIn({ fileName, bytes: Buffer.from(bytes) }, 'en');

test('Meetup’s list of members tells how many they are, and its name what they are called', async () => {
  const bytes = example('meetup-members.xls');
  expect(await placeIn(bytes, 'Tenants-of-the-east_Member_List_on_07-05-21.xls')).toEqual({
    kind: 'meetup',
    names: ['Tenants of the east'],
    memberCount: 1,
  });
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(bytes.toString(), 'utf16le')]);
  expect(await placeIn(wide, 'export.xls')).toEqual({ kind: 'meetup', names: [], memberCount: 1 });
});

test('Meetup’s list of who came is not taken for everyone', async () => {
  expect(await placeIn(example('meetup-event.csv'))).toMatchObject({ kind: 'meetup', memberCount: null });
});

test('a list from Meetup with addresses is a list', async () => {
  const rows =
    'Name\tUser ID\tEmail\tMember ID\tJoined Group on\tURL of Member Profile\nAna\tu\ta@b.example\t1\t2\t3';
  expect(await placeIn(rows)).toBeNull();
});

test('Facebook’s download names one’s groups, in whichever way it writes them', async () => {
  const joined = [
    { title: 'Vecinos de NuÃ±ez', timestamp: 1 },
    { title: 'You became a member of Food Bank.', timestamp: 2 },
    { title: 'Somebody', data: [{ name: 'Ø§Ù„Ø¬ÙŠØ±Ø§Ù†' }] },
    { title: 'Müller' },
    { timestamp: 3 },
    null,
  ];
  const twice = (text: string) => Buffer.from(text, 'utf8').toString('latin1');
  joined[2] = { title: 'Somebody', data: [{ name: twice('الجيران') }] };
  const place = await placeIn(JSON.stringify({ groups_joined_v2: joined }));
  expect(place).toEqual({
    kind: 'facebook',
    names: ['Vecinos de Nuñez', 'Food Bank', 'الجيران', 'Müller'],
    memberCount: null,
  });
  expect(await placeIn(example('facebook-groups.json'))).toMatchObject({ names: ['Tenants of the east'] });
});

test.each(['{"groups_joined', '{"groups_joined": 3}', '{}', 'name,email\nAna,a@b.example', ''])(
  'nothing else is taken for a place: %s',
  async (text) => {
    expect(await placeIn(text)).toBeNull();
  },
);

test('such a file is refused with what it is and the way to leave the place, and nothing of it is kept', async () => {
  const site = await aSite();
  const { group, organizer } = await aCrew(site);
  const fileName = 'Tenants_Member_List_on_07-05-21.xls';
  const refused = await sendFile(site, group, organizer, { bytes: example('meetup-members.xls'), fileName });
  expect(refused).toMatchObject({
    status: 422,
    body: {
      fields: [
        {
          name: 'file',
          code: 'people.file-of-meetup',
          link: `/groups/${group.slug}/moving?kind=meetup&name=Tenants&members=1`,
        },
      ],
    },
  });
  const facebook = await sendFile(site, group, organizer, example('facebook-groups.json'));
  expect(facebook.body.fields[0]).toMatchObject({
    code: 'people.file-of-facebook',
    link: `/groups/${group.slug}/moving?kind=facebook&name=Tenants+of+the+east`,
  });
  expect((await site.as(organizer).get(`/groups/${group.slug}/imports`)).body.rows).toEqual([]);
});
