import { place } from '@groundwork/mail';
import type { Mailbox } from '@groundwork/mail/testing';
import { eq, sql } from 'drizzle-orm';
import { audiences } from '../audiences.ts';
import type { Context } from '../context.ts';
import { aGroup } from '../groups/fixtures.ts';
import { mailingKinds } from '../mailings.ts';
import { sendTo } from '../outbox/fixtures.ts';
import { aPerson } from '../people/fixtures.ts';
import { people } from '../people/tables.ts';
import type { TestSite } from '../testing.ts';
import { startMailing } from './actions.ts';
import { defineAudience } from './audience.ts';
import { promiseBatch } from './batches.ts';
import type { MailingKind } from './content.ts';
import type { MailingRegistry } from './reading.ts';
import { mailings } from './tables.ts';
import { watchBy } from './watching.ts';

/** The next batch of the mailing about a thing, as its job does it. */
export async function promiseNext(site: TestSite, aboutId: string): Promise<void> {
  const [mailing] = await site.db.select().from(mailings).where(eq(mailings.aboutId, aboutId));
  await promiseBatch(site.ctx(), { audiences, kinds: mailingKinds }, mailing?.id ?? '');
}

/** Sends what the site promised, or the first few of it, as its worker does. */
export function sendMailings(
  site: TestSite,
  mailbox: Mailbox,
  count?: number,
  known: MailingRegistry = { audiences, kinds: mailingKinds },
): Promise<void> {
  return sendTo(site, mailbox, count, watchBy(known));
}

/** All people of a group with one of these tags; those who help get another letter. */
const tagged = defineAudience('toys.tagged', (db, asked: { groupId: string; tags: string[] }) =>
  db
    .select({
      personId: sql`${people.id}`.as('person_id'),
      email: people.email,
      language: people.language,
      variant: sql`case when ${people.tags} @> '{helps}' then 'helps' else '' end`.as('variant'),
      own: sql`${people.id}`.as('own'),
      dueAt: sql`null::timestamptz`.as('due_at'),
    })
    .from(people)
    .where(sql`${people.groupId} = ${asked.groupId} and ${people.tags} && ${sql.param(asked.tags)}::text[]
      and ${people.email} is not null`),
);

const greeting: MailingKind = {
  kind: 'toys.greeting',
  isOwed: false,
  read: (_house, _db, { version }) =>
    Promise.resolve(
      version === 'moot'
        ? 'moot'
        : {
            write: (language, variant) => ({
              subject: `Hello in ${language}`,
              letter: { heading: 'Hello', paragraphs: [`${variant} ${place('who')}`] },
            }),
            values: ({ personId }) => ({ who: personId }),
          },
    ),
};

type Wish = { version?: string; batchSize?: number };

/** A greeting to those of a group who have the tag `all`, which has begun, and of which no batch was done. */
export async function aMailing(site: TestSite, { version = '', batchSize = 500 }: Wish = {}) {
  const group = await aGroup(site);
  const known: MailingRegistry = { audiences: [tagged], kinds: [greeting], batchSize };
  const draft = (name: string, tags = ['all']) => {
    const audience = tagged.of({ groupId: group.id, tags });
    return { groupId: group.id, kind: greeting.kind, aboutId: group.id, version: name, audience };
  };
  await site.ctx().change((tx) => startMailing(tx, null, draft(version)));
  const [mailing] = await site.db.select().from(mailings).where(eq(mailings.aboutId, group.id));
  const id = mailing?.id ?? '';
  const add = async (wish: { language?: 'es' | 'ar'; tags?: string[] } = {}) => {
    const { tags = ['all'], ...named } = wish;
    const person = await aPerson(site, group, named);
    await site.db.update(people).set({ tags }).where(eq(people.id, person.id));
    return person;
  };
  /** Every batch that is left. */
  const run = async () => {
    for (;;) {
      await promiseBatch(site.ctx(), known, id);
      const [at] = await site.db.select().from(mailings).where(eq(mailings.id, id));
      if (at?.state !== 'sending' || at.dueAt === null) return;
    }
  };
  const send = (mailbox: Mailbox, count?: number) => sendMailings(site, mailbox, count, known);
  return { group, id, known, draft, add, run, send };
}

/** A process that is killed when all of a change is done, and nothing of it committed. */
export function killedAtCommit(site: TestSite): Context {
  const ctx = site.ctx();
  return {
    ...ctx,
    change: (work) =>
      ctx.change(async (tx) => {
        await work(tx);
        throw new Error('killed');
      }),
  };
}
