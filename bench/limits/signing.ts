import { newId } from '@groundwork/database';
import fastify from 'fastify';
import pg from 'pg';

/** The limit of signing: bare Fastify, and the same rows written in one transaction, a statement for each table. */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL ?? '', max: 10 });
const app = fastify();
const { GROUP_ID: groupId, CAMPAIGN_ID: campaignId } = process.env;

type Signer = { name: string; email: string };

app.post<{ Body: Signer }>('/', async ({ body }, reply) => {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await writeRows(client, body);
    await client.query('commit');
  } finally {
    client.release();
  }
  return reply.code(202).send({ state: 'unconfirmed' });
});

async function writeRows(client: pg.PoolClient, { name, email }: Signer) {
  const [personId, signatureId, mailId, signed] = [newId(), newId(), newId(), newId()];
  const write = (table: string, text: string, values: unknown[]) =>
    client.query({ name: table, text, values });
  await write(
    'people',
    `insert into people (id, group_id, email, name, language, source, source_id) values ($1, $2, $3, $4, 'en', 'signature', $5)
      on conflict (group_id, email) do update set last_seen_at = now()`,
    [personId, groupId, email, name, campaignId],
  );
  await write(
    'signatures',
    `insert into signatures (id, group_id, campaign_id, person_id, kind, name, wants_updates, mailed_at)
      values ($1, $2, $3, $4, 'signature', $5, true, now())`,
    [signatureId, groupId, campaignId, personId, name],
  );
  await write(
    'mails',
    `insert into mails (id, key, group_id, to_address, language, subject, letter) values ($1, $2, $3, $4, 'en', $5, $6)`,
    [
      mailId,
      `signature-confirm:${signatureId}`,
      groupId,
      email,
      'Confirm your signature',
      letter(signatureId),
    ],
  );
  await write(
    'journal',
    `insert into journal (id, kind, group_id, subject_id, data) values ($1, 'campaigns.signed', $2, $3, $4)`,
    [signed, groupId, signatureId, JSON.stringify({ campaignId, personId })],
  );
  await write(
    'history',
    `insert into person_history (id, group_id, person_id, kind, subject_id, label)
      values ($1, $2, $3, 'signed', $4, 'More buses for the valley 1')`,
    [newId(), groupId, personId, campaignId],
  );
}

/** As long as ours. */
function letter(signatureId: string) {
  return JSON.stringify({
    heading: 'Confirm your signature',
    paragraphs: [
      'Someone, probably you, put this address under “More buses for the valley 1”.',
      'It counts once you confirm it. If it was not you, do nothing: it will be forgotten.',
    ],
    button: {
      label: 'Confirm my signature',
      url: `http://localhost:3000/signatures/${signatureId}.${'x'.repeat(32)}`,
    },
  });
}

await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
