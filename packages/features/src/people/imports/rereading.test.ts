import { expect, test } from 'vitest';
import { aSite } from '../../testing.ts';
import { aCrew } from '../fixtures.ts';
import { sendFile } from './fixtures.ts';
import { importFiles } from './tables.ts';

const FILE = 'email,name,Shirt\nana@example.org,Ana,L\nbo@example.org,Bo,M\n';

test('whoever only says who may be mailed has the file not read again; any other change reads it', async () => {
  const site = await aSite();
  const { group, organizer } = await aCrew(site);
  const { body: sent } = await sendFile(site, group, organizer, FILE);
  const path = `/groups/${group.slug}/imports/${sent.id}/plan`;
  const { encoding, delimiter, headingRow, columns, consent } = sent;
  const plan = { encoding, delimiter, headingRow, columns, consent };
  const as = site.as(organizer);
  // Without its bytes a file cannot be read, which tells whether it was tried.
  await site.db.delete(importFiles);

  const said = await as.put(path, { ...plan, consent: 'email' });
  expect([said.status, said.body.consent, said.body.totalCount]).toEqual([200, 'email', 2]);
  const changes = [
    { columns: ['email', 'name', 'asTag'] },
    { columns: undefined },
    { columns: ['email', 'name', 'new'] },
    { consent: 'no' },
    { encoding: 'windows-1252' },
    { delimiter: ';' },
    { headingRow: 0 },
    { dateOrder: 'day-first' },
  ];
  for (const change of changes) expect((await as.put(path, { ...plan, ...change })).status).toBe(409);
  expect((await site.as(organizer, 'es').put(path, plan)).status).toBe(409);
  expect((await as.get(path.replace('/plan', ''))).body).toMatchObject({ consent: 'email', columns });
});
