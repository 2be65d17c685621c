import { aGroup } from '@groundwork/features/groups/fixtures';
import { expect, test } from 'vitest';
import { aSiteToLookAfter, groundwork } from '../testing/testing.ts';

test('the figures of a site are printed for people and for programs', async () => {
  const { site, env } = await aSiteToLookAfter();
  const group = await aGroup(site);
  // As after a power cut: what was counted while it ran is gone.
  await site.db.$client.query('select pg_stat_reset()');
  const { code, out, err } = await groundwork(['stats'], { env });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^Valley Coalition, Groundwork 0\.1\.0\n/);
  for (const name of ['accounts', 'groups', 'jobs', 'mail', 'last backup', 'database', 'disk'])
    expect(out).toMatch(new RegExp(`^${name} +\\S`, 'm'));
  expect(out).not.toContain('about');
  expect(out).not.toContain(group.name);
  const { json } = await groundwork(['stats', '--json'], { env });
  expect(json).toMatchObject({
    site: { name: 'Valley Coalition', isSetUp: true },
    counts: { groups: 1, accounts: 1 },
    backup: { isSetUp: false, lastDoneAt: null },
    storage: { databaseBytes: expect.any(Number) },
  });
});

test('the figures are counted without Redis', async () => {
  const { env } = await aSiteToLookAfter();
  const { code } = await groundwork(['stats'], { env: { ...env, REDIS_URL: 'redis://127.0.0.1:1' } });
  expect(code).toBe(0);
});

test('a setup link sets an empty site up, replaces the link before, and opens no other site', async () => {
  const { site, env } = await aSiteToLookAfter({ isSetUp: false });
  const [first, second] = [
    await groundwork(['setup-link', '--json'], { env }),
    await groundwork(['setup-link'], { env }),
  ];
  expect(Object.keys(first.json)).toEqual(['url']);
  const status = async (url: string) =>
    (await site.as(null).get(`/setup/${url.trim().split('/').at(-1)}`)).status;
  expect(await status(first.json.url)).toBe(404);
  expect(await status(second.out)).toBeLessThan(300);
  const { env: other } = await aSiteToLookAfter();
  const refused = await groundwork(['setup-link'], { env: other });
  expect(refused).toMatchObject({ code: 1, out: '' });
  expect(refused.err).toContain('This site is set up already');
});
