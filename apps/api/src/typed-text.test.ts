import { mount } from '@groundwork/features/http';
import { routes } from '@groundwork/features/routes';
import { aSite } from '@groundwork/features/testing';
import { anAccount } from '@groundwork/features/accounts/fixtures';
import { aTalk } from '@groundwork/features/messaging/fixtures';
import { aCampaign } from '@groundwork/features/campaigns/fixtures';
import { newId } from '@groundwork/database';
import fastify from 'fastify';
import { expect, test } from 'vitest';
import { READING } from './schemas.ts';

type Schema = {
  type?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
} & Record<string, unknown>;

/** What has a form of its own that its route reads, or is compared as it was typed. */
const OWN_FORM = new Set(
  'password currentPassword newPassword timeZone next invitation link website frontCampaign pictureKey after group slug owner shares frame'.split(
    ' ',
  ),
);

test('whatever people type in words is of a type that brings it to its form, and every email of that of addresses', async () => {
  const loose: string[] = [];
  let emails = 0;
  for (const { route, field, schema } of await typedFields()) {
    const isEmail = /e-?mail/i.test(field);
    emails += Number(isEmail);
    if (isEmail ? schema.typed !== 'address' : isFree(schema) && !OWN_FORM.has(field))
      loose.push(`${route}: ${field}`);
  }
  expect(loose).toEqual([]);
  expect(emails).toBeGreaterThan(8);
});

test.each(['\u200b', '\u2800', '\u3164', ' \u00ad '])(
  'a name or a message of %j is blank, wherever it is typed',
  async (blank) => {
    const site = await aSite();
    const { group, general, steward } = await aTalk(site, { visibility: 'public' });
    const campaign = await aCampaign(site, group, steward);
    const typed = { name: blank, email: 'sam@example.org', updates: false };
    expect(await site.as(null).post(`${campaign.path}/signatures`, typed)).toMatchObject({
      status: 422,
      body: { fields: [{ name: 'name', code: 'field.required' }] },
    });
    expect((await site.as(steward).patch('/account', { name: blank })).status).toBe(422);
    expect(
      (await site.as(steward).post(`/channels/${general.id}/messages`, { id: newId(), body: blank })).status,
    ).toBe(422);
  },
);

test('a password is kept as it was typed, to the last sign that nobody sees', async () => {
  for (const { route, field, schema } of await typedFields())
    if (/password/i.test(field)) expect(schema.typed, `${route}: ${field}`).toBeUndefined();
  const site = await aSite();
  const { email, password, token } = await anAccount(site);
  const newPassword = 'quilted\tharbour\u200b \u0007lantern e\u0301leven ';
  const changed = await site
    .as({ token })
    .put('/account/password', { currentPassword: password, newPassword });
  expect(changed.status).toBe(204);
  const signIn = async (tried: string) =>
    (await site.as(null).post('/session', { email, password: tried })).status;
  expect(await signIn(newPassword)).toBe(204);
  for (const tidied of [
    newPassword.trim(),
    newPassword.replace('\u200b', ''),
    newPassword.replace('\u0007', ''),
  ])
    expect(await signIn(tidied), JSON.stringify(tidied)).toBe(401);
});

/** Every text in a body that any route takes. */
async function typedFields() {
  const fields: { route: string; field: string; schema: Schema }[] = [];
  const app = fastify({ ajv: READING });
  app.addHook('onRoute', ({ schema, method, url }) => {
    if (schema?.body)
      walk(schema.body as Schema, '', (field, part) =>
        fields.push({ route: `${String(method)} ${url}`, field, schema: part }),
      );
  });
  mount(app, routes);
  await app.ready();
  return fields;
}

function walk(schema: Schema, field: string, hear: (field: string, schema: Schema) => void) {
  if (schema.type === 'string') hear(field, schema);
  for (const [name, part] of Object.entries(schema.properties ?? {})) walk(part, name, hear);
  for (const part of [...(schema.anyOf ?? []), ...(schema.items ? [schema.items] : [])])
    walk(part, field, hear);
}

function isFree(schema: Schema) {
  return ['typed', 'format', 'enum', 'const', 'pattern'].every((keyword) => !(keyword in schema));
}
