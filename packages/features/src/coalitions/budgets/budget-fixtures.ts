import { eq, sql } from 'drizzle-orm';
import { aCoalition, joinCoalition } from '../fixtures.ts';
import { aGroup, type AGroup } from '../../groups/fixtures.ts';
import { promiseNext, sendMailings } from '../../mailings/fixtures.ts';
import { mailings } from '../../mailings/tables.ts';
import { aMailbox } from '../../outbox/fixtures.ts';
import { mailPaces } from '../../paces/tables.ts';
import { giveConsent } from '../../people/consents.ts';
import { people } from '../../people/tables.ts';
import { aSite, type TestSite } from '../../testing.ts';

/** A coalition of two groups that both keep its budget, with all that they do there again and again. */
export async function aKeptBudget(mostAWeek = 1) {
  const site = await aSite();
  const first = await aGroup(site, { name: 'First' });
  const second = await aGroup(site, { name: 'Second' });
  const coalition = await aCoalition(site, { home: first });
  await joinCoalition(site, coalition, second);
  const path = `/coalitions/${coalition.slug}/budget`;
  const ownPath = (group: { slug: string }) => `/groups/${group.slug}/coalitions/${coalition.slug}/budget`;
  const propose = (most: number | null) => site.as(coalition.steward).put(path, { mostAWeek: most });
  const keep = (group: AGroup, most = mostAWeek) =>
    site.as(group.steward).put(ownPath(group), { mostAWeek: most });
  const drop = (group: AGroup) => site.as(group.steward).delete(ownPath(group));
  await propose(mostAWeek);
  for (const group of [first, second]) await keep(group);
  return { site, coalition, first, second, path, ownPath, propose, keep, drop, ...(await aPost(site)) };
}

/** What groups do with their people and letters, and what of it reaches mailboxes. */
async function aPost(site: TestSite) {
  const mailbox = await aMailbox();
  /** Those of a group who agreed to mail, by address. */
  const add = async (group: { id: string }, emails: string[]) => {
    await site.db.execute(sql`insert into people (id, group_id, email, name, language, source)
      select gen_random_uuid(), ${group.id}::uuid, email, 'Sam Ortiz', 'en', 'signature'
      from unnest(${sql.param(emails)}::text[]) email`);
    const added = await site.db
      .select({ id: people.id, email: people.email })
      .from(people)
      .where(sql`${people.groupId} = ${group.id} and ${people.email} = any(${sql.param(emails)}::text[])`);
    const consent = { groupId: group.id, way: 'email', purpose: 'updates', how: 'signature' } as const;
    await site.ctx().change(async (tx) => {
      for (const { id: personId } of added) await giveConsent(tx, site.house, { ...consent, personId });
    });
    return added;
  };
  const begin = async (group: AGroup, asked: object = {}): Promise<string> => {
    const written = { lines: 'only:mailable', language: 'en', subject: 'Two days', body: 'Be in the room.' };
    const made = await site
      .as(group.steward)
      .post(`/groups/${group.slug}/mailings`, { ...written, ...asked });
    const { id } = made.body as { id: string };
    return `/groups/${group.slug}/mailings/${id}`;
  };
  /** The ten minutes are over, and its mails are promised. */
  const promise = async (mailing: string) => {
    const id = mailing.split('/').at(-1) ?? '';
    await site.db
      .update(mailings)
      .set({ dueAt: sql`now()` })
      .where(eq(mailings.aboutId, id));
    for (let n = 0; n < 3; n += 1) await promiseNext(site, id);
  };
  const deliver = async () => {
    await site.db.delete(mailPaces);
    await sendMailings(site, mailbox);
  };
  const send = async (group: AGroup, asked: object = {}) => {
    const mailing = await begin(group, asked);
    const sent = await site.as(group.steward).put(`${mailing}/sending`, { when: 'now', count: 1000 });
    if (sent.status !== 204) throw new Error(JSON.stringify(sent.body));
    await promise(mailing);
    await deliver();
    return mailing;
  };
  /** How many letters to many each mailbox of the readers got. */
  const got = () => {
    const counts = new Map<string, number>();
    for (const { to } of mailbox.mails())
      for (const one of to) if (one.endsWith('@town.example')) counts.set(one, (counts.get(one) ?? 0) + 1);
    return counts;
  };
  return { add, begin, promise, deliver, send, got };
}

/** So many addresses of readers. */
export function readers(count: number, name = 'reader'): string[] {
  return Array.from({ length: count }, (_, n) => `${name}${n}@town.example`);
}
