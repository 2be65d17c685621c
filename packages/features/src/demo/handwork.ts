import { listCampaigns } from '../campaigns/queries.ts';
import { addPerson } from '../people/additions/actions.ts';
import { correctPerson } from '../people/corrections/actions.ts';
import { askForDuplicates } from '../people/merging/duplicates.ts';
import { writeNote } from '../people/notes/actions.ts';
import { enterRow, startSheet } from '../people/sheets/actions.ts';
import { listPeopleFound } from '../segments/found.ts';
import { subjects } from '../subjects.ts';
import type { Stage } from './opening.ts';

const NOTES = [
  'Has a van on Saturdays. Wants to speak at the hearing, in Cantonese if someone interprets.',
  'Works nights: call after four.',
  'Her stairwell has no heat since October. Five neighbours would come to a meeting.',
];

const CONTACTED_BY = ['meeting', 'call'] as const;

const SHEET = [
  { name: 'Ruth Chen', email: 'ruth.chen@neighbours.example', phone: '+1 202 555 0119' },
  { name: 'Diego Álvarez', email: 'diego.alvarez@neighbours.example' },
  { name: 'Kezia Nguyen', phone: '+1 202 555 0142' },
  { name: 'نادية حداد', email: 'nadia.h@neighbours.example' },
  { name: 'Yolanda Rivas', email: 'yolanda.rivas@neighbours.example', phone: '+1 202 555 0177' },
];

/** What the organizers of the tenants' union wrote down themselves: notes, how close people are, and a sheet of paper. */
export async function writeDownByHand({ as, groups }: Stage): Promise<void> {
  const slug = groups.get('tenants')?.slug;
  if (!slug) throw new Error('the tenants have no group');
  const luis = as('luis');
  const { rows } = await listPeopleFound(luis, slug, { limit: 12 });
  for (const [index, { id: personId }] of rows.entries()) {
    const contactId = index % 3 === 0 ? luis.viewer.id : null;
    await correctPerson(luis, { slug, personId, assessment: 1 + (index % 4), contactId });
    const body = NOTES[index];
    const contactedBy = CONTACTED_BY[index] ?? '';
    if (body) await writeNote(index === 1 ? as('dev') : luis, { slug, personId, body, contactedBy });
  }
  const day = new Date(Date.now() - 9 * 86_400_000).toISOString().slice(0, 10);
  const words = 'Keep me posted about the building by email.';
  const heading = { title: 'Table at the Linden market', language: 'en', day } as const;
  const [campaign] = (await listCampaigns(luis, { group: slug })).rows;
  const signing = campaign && { about: { kind: 'campaign', id: campaign.id } as const, signs: true };
  const sheetId = await startSheet(luis, subjects, { slug, ...heading, ...signing, words, ways: ['email'] });
  for (const row of SHEET) await enterRow(luis, { slug, sheetId, ...row });
  await addPerson(luis, slug, {
    name: 'Mrs. Abara, 3rd floor',
    note: 'Knows the whole stairwell. No phone.',
  });
  // The Ruth of the sheet, typed in a second time.
  await addPerson(luis, slug, { name: 'Ruth M. Chen', phone: '+1 202 555 0119', tags: ['linden'] });
  await askForDuplicates(as('amina'), slug);
}
