import { expect, test } from 'vitest';
import { aSite } from '../../testing.ts';
import { runHandedOut } from '../../testing/scripts.ts';
import { aSignature, manySignatures } from '../fixtures.ts';
import { addUpTallies, tellBrought } from '../signatures/tally.ts';
import { aSharedCampaign, proveNow } from './fixtures.ts';

/** A proof, and what a group that stands with the campaign and the home group take out of their own people. */
async function aProof() {
  const site = await aSite();
  const shared = await aSharedCampaign(site);
  const { home, riders, campaign, through } = shared;
  await manySignatures(site, campaign, { count: 3, name: '"Sam", Ortiz' });
  await manySignatures(site, campaign, { count: 12, ...through });
  await addUpTallies(site.ctx());
  await tellBrought(site.ctx());
  const proof = await proveNow(site, shared);
  const own = `/groups/${riders.slug}/sponsorships/${campaign.slug}/names/exports`;
  const exported = (await site.as(riders.steward).post(own)).body as string;
  const ofHome = (await site.as(home.steward).post(`${campaign.path}/names/exports`)).body as string;
  return {
    site,
    ...shared,
    text: proof?.file ?? '',
    fingerprint: proof?.fingerprint ?? '',
    exported,
    ofHome,
  };
}

function check(files: Record<string, string>, ...more: string[]) {
  return runHandedOut('count-check.mjs', files, ...more);
}

test('the script finds a group’s own names in the list, and says why others may not be there', async () => {
  const { site, home, campaign, text, fingerprint, exported, ofHome } = await aProof();
  const riders = await check({ 'proof.txt': text, 'names.csv': exported }, fingerprint);
  expect(riders).toMatchObject({ code: 0 });
  expect(riders.said).toContain('Names counted: 13');
  expect(riders.said).toContain('the fingerprint that you gave');
  expect(riders.said).toContain('Your rows: 12. In the list: 10. Not in the list: 2.');
  expect(riders.said).toContain('ten at a time');
  const tenants = await check({ 'proof.txt': text, 'names.csv': ofHome.replaceAll('\n', '\r\n') });
  expect(tenants.said).toContain('Your rows: 3. In the list: 3. Not in the list: 0.');
  expect(tenants.said).toContain('Compare the fingerprint');
  await aSignature(site, campaign, { name: 'Too Late' });
  const later = (await site.as(home.steward).post(`${campaign.path}/names/exports`)).body;
  expect((await check({ 'proof.txt': text, 'names.csv': later })).said).toContain('Not in the list: 1.');
  expect((await check({ 'proof.txt': text })).code).toBe(0);
});

test('the script tells of a list that was changed, whichever line', async () => {
  const { text, fingerprint } = await aProof();
  const lines = text.split('\n');
  const at = lines.findIndex((line) => /^[0-9a-f]{64}$/.test(line));
  const changed = {
    'one taken out': lines.toSpliced(at, 1),
    'one put in': lines.toSpliced(at, 0, '0'.repeat(64)),
    'one twice': lines.toSpliced(at, 0, lines[at] ?? ''),
    'two swapped': lines.toSpliced(at, 2, lines[at + 1] ?? '', lines[at] ?? ''),
    'another count': lines.map((line) => line.replace('count: 13', 'count: 14')),
    'another fingerprint': lines.map((line) =>
      line.replace(/^fingerprint: .*/, `fingerprint: ${'0'.repeat(64)}`),
    ),
  };
  for (const [how, wrong] of Object.entries(changed)) {
    const answer = await check({ 'proof.txt': wrong.join('\n') });
    expect([answer.code, answer.said.includes('WRONG')], how).toEqual([1, true]);
  }
  // Whoever changes the list and makes it right again is found by the one that was written down.
  expect(
    await check(
      { 'proof.txt': text },
      fingerprint.replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
    ),
  ).toMatchObject({
    code: 1,
  });
});

test('the script says what it cannot read', async () => {
  const { text } = await aProof();
  expect(await check({})).toMatchObject({ code: 2 });
  expect(await check({ 'proof.txt': 'something else' })).toMatchObject({ code: 2 });
  expect(await check({ 'proof.txt': text, 'names.csv': 'name,email\nSam,\n' })).toMatchObject({ code: 2 });
  expect(await check({ 'proof.txt': text }, '/not-there/names.csv')).toMatchObject({ code: 2 });
});
