import { aCampaign } from '@groundwork/features/campaigns/fixtures';
import { anEvent, eventInput } from '@groundwork/features/events/fixtures';
import { aGroup } from '@groundwork/features/groups/fixtures';
import { mount } from '@groundwork/features/http';
import { routes } from '@groundwork/features/routes';
import { aSite, clientOf } from '@groundwork/features/testing';
import { languages } from '@groundwork/words';
import fastify, { type FastifyInstance } from 'fastify';
import { expect, test } from 'vitest';
import { answerProblems } from './problems.ts';
import { READING, sharedCompilers } from './schemas.ts';
import { bodyWith, samplePath, wrongsOf } from './testing/wrongs.ts';

type Bodied = { method: string; path: string; body: object };

/** Every route, with nothing before it but the reading of its body. */
async function readingApi() {
  const app: FastifyInstance = fastify({
    schemaController: { compilersFactory: sharedCompilers },
    ajv: READING,
  });
  answerProblems(app);
  const bodied: Bodied[] = [];
  app.addHook('onRoute', ({ method, url, schema }) => {
    if (schema?.body) {
      const path = samplePath(url, schema.params as object | undefined);
      bodied.push({ method: String(method), path, body: schema.body });
    }
  });
  const mountAll = async (door: FastifyInstance) => {
    mount(door, routes);
  };
  await app.register(mountAll, { prefix: '/api/v1' });
  await app.ready();
  return { app, bodied };
}

test.for(languages)('a field of any form that does not hold is told why: %s', async (language) => {
  const { app, bodied } = await readingApi();
  const asker = clientOf(app, null, language);
  const unsaid: unknown[] = [];
  let count = 0;
  for (const { method, path, body } of bodied) {
    for (const { name, value, code, limit } of wrongsOf(body)) {
      const answer = await asker[method.toLowerCase() as 'post'](path, bodyWith(name, value));
      const field = answer.body.fields?.find((one: { name: string }) => one.name === name);
      if (field?.code !== code || !isSaid(field.message, limit))
        unsaid.push(
          `${method} ${path} ${name} ${(JSON.stringify(value) as string | undefined)?.slice(0, 40)}: ${code}, ${JSON.stringify(field)}`,
        );
      count += 1;
    }
  }
  expect(unsaid).toEqual([]);
  expect(count).toBeGreaterThan(200);
});

/** A sentence, and where there is a bound, the bound in it. */
function isSaid(message: string, limit = 0) {
  return /^[^{}]{8,}$/.test(message) && (limit < 3 || message.replaceAll(/\D/g, '').startsWith(`${limit}`));
}

test('a form’s refusal names the true reason, at every route', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const steward = site.as(group.steward);
  const event = await anEvent(site, { group });
  const campaign = await aCampaign(site, group, group.steward);
  const messages = async (asked: Promise<{ status: number; body: { fields?: { message: string }[] } }>) =>
    (await asked).body.fields?.map(({ message }) => message);
  const sent = (change: object) =>
    messages(steward.put(`/events/${event.slug}`, { ...eventInput(), ...change }));
  expect(await sent({ held: 'both', onlineUrl: 'meet.example.org/a' })).toEqual([
    'An address of the web begins with https://',
  ]);
  expect(await sent({ placeName: 'x'.repeat(200) })).toEqual(['This is too long: 120 characters at most.']);
  expect(await messages(steward.post(`/events/${event.slug}/walk-ins`, { name: 'Ana', email: 'x' }))).toEqual(
    ['This does not look like an email address. It should read like name@example.org.'],
  );
  const signature = { name: 'Ana', email: 'ana@example.org', comment: 'x'.repeat(501) };
  expect(await messages(site.as(null).post(`/campaigns/${campaign.slug}/signatures`, signature))).toContain(
    'This is too long: 500 characters at most.',
  );
});
