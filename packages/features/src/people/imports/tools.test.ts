import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { aSite } from '../../testing.ts';
import { aCrew } from '../fixtures.ts';
import { askToImport, peopleOf } from './fixtures.ts';
import { lookThrough, planColumns } from './looking.ts';
import { readPeople } from './reading.ts';
import { guessSpelling } from './spreadsheet.ts';

/** What somebody of an example is read as: their answer about email, and who must not be reached otherwise. */
type Expected = { yes?: string[]; no?: string[]; unsaid?: string[]; otherNoes?: Record<string, string> };

/** Invented files with the headings of other tools' exports: Ana agreed wherever a tool can say so, Sam never did. */
const examples: Record<string, Expected> = {
  'action-network.csv': { yes: ['ana'], no: ['sam', 'zoe'], otherNoes: { sam: 'text' } },
  'nationbuilder.csv': {
    yes: ['ana'],
    no: ['sam', 'zoe', 'mo'],
    otherNoes: { sam: 'call', mo: 'text call post any' },
  },
  'mailchimp-subscribed.csv': { yes: ['ana'], unsaid: ['zoe'] },
  'mailchimp-unsubscribed.csv': { no: ['sam'] },
  'mailchimp-cleaned.csv': { no: ['sam'] },
  'civicrm.csv': { unsaid: ['ana'], no: ['sam', 'zoe'], otherNoes: { sam: 'text call any' } },
  'everyaction.csv': { yes: ['ana'], no: ['sam', 'zoe'], otherNoes: { sam: 'text', zoe: 'text' } },
  'mobilize.csv': { unsaid: ['ana', 'sam'] },
  'eventbrite.csv': { unsaid: ['ana', 'sam'] },
  'luma.csv': { unsaid: ['ana', 'sam'] },
  'facebook-leads.csv': { unsaid: ['ana'] },
  'google-contacts-old.csv': { unsaid: ['ana', 'Sam Ortiz'] },
  'google-contacts-new.csv': { unsaid: ['ana'] },
  'google-forms.csv': { yes: ['ana'], no: ['sam'] },
  'substack.csv': { unsaid: ['ana'], no: ['sam'] },
  'groundwork.csv': { yes: ['ana'], no: ['sam'] },
};
const WITHOUT_ADDRESSES = [
  'facebook-groups-old.json',
  'facebook-groups.json',
  'meetup-event.csv',
  'meetup-members.xls',
];
const FOLDER = new URL('./examples/', import.meta.url);

async function planOf(name: string) {
  const bytes = readFileSync(new URL(name, FOLDER));
  const spelling = guessSpelling(bytes, 'en');
  return {
    bytes,
    plan: {
      ...spelling,
      ...(await planColumns(bytes, spelling, { fields: [] })),
      language: 'en' as const,
      country: null,
    },
  };
}

async function peopleIn(name: string) {
  const { bytes, plan } = await planOf(name);
  const rows = (await Array.fromAsync(readPeople([bytes], plan))).flat();
  return rows.map((row) => ('person' in row ? row.person : row.refusal.code));
}

test('every example file is tested here', () => {
  expect(readdirSync(FOLDER).toSorted()).toEqual([...Object.keys(examples), ...WITHOUT_ADDRESSES].toSorted());
});

test.each(Object.entries(examples))(
  '%s gives its noes, and no yes that nobody said',
  async (name, expected) => {
    const read: Required<Expected> = { yes: [], no: [], unsaid: [], otherNoes: {} };
    for (const person of await peopleIn(name)) {
      if (typeof person === 'string') throw new Error(`a row of ${name} is refused: ${person}`);
      const who = person.email?.split('@')[0] ?? person.name;
      const answer = person.says === null ? 'unsaid' : person.says === 'yes' ? 'yes' : 'no';
      read[answer].push(who);
      const others = person.otherNoes.map((no) => no.split('/')[0]);
      if (others.length > 0) read.otherNoes[who] = others.join(' ');
    }
    expect(read).toEqual({ yes: [], no: [], unsaid: [], otherNoes: {}, ...expected });
  },
);

test.each(Object.keys(examples))('%s gives all of Ana, and names what is not kept', async (name) => {
  const [first] = await peopleIn(name);
  if (typeof first !== 'object') throw new Error('the first row is refused');
  const isNameless = name === 'substack.csv';
  if (first.email?.startsWith('ana'))
    expect(first.name).toMatch(isNameless ? /^ana$/ : /^Ana (María )?Núñez$/);
  const { plan } = await planOf(name);
  expect(plan.headers.every((header) => header !== '')).toBe(true);
  expect(plan.columns).toHaveLength(plan.headers.length);
});

test('a person with several numbers or addresses keeps the first, and the preview says so', async () => {
  const { bytes, plan } = await planOf('google-contacts-old.csv');
  const { sample } = await lookThrough([bytes], plan);
  expect(sample[0]?.remarks.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['people.several-addresses', 'people.several-numbers']),
  );
});

test.each(Object.entries(examples))(
  '%s, imported with “everyone agreed”, makes no yes of a no, and accounts for every row',
  async (name, { no = [] }) => {
    const site = await aSite();
    const crew = await aCrew(site);
    const file = readFileSync(new URL(name, FOLDER));
    // Mailchimp writes into the name of a file that everyone in it is out.
    const consent = name.startsWith('mailchimp-') && no.length > 0 ? 'no' : 'email';
    const { path } = await askToImport(site, crew.group, crew.organizer, { file, plan: { consent } });
    await site.work();
    const { body } = await site.as(crew.organizer).get(path);
    const counted = [body.addedCount, body.refusedCount, body.repeatedCount].map(Number);
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(body.totalCount);
    const rows = await peopleOf(site, crew.path, crew.organizer);
    const mailed = rows.filter(({ mayBeMailed }) => mayBeMailed).map(({ email }) => email.split('@')[0]);
    expect(mailed.filter((who) => no.includes(who ?? ''))).toEqual([]);
  },
);

test.each(WITHOUT_ADDRESSES)('%s gives nobody, since it holds no addresses', async (name) => {
  const { bytes, plan } = await planOf(name);
  expect(plan.columns).not.toContain('email');
  const looked = await lookThrough([bytes], plan);
  expect(looked.refusedCount).toBe(looked.totalCount);
});
