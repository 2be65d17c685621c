import type { Transaction } from '@groundwork/database';
import { say, type Language } from '@groundwork/words';
import { and, eq, not } from 'drizzle-orm';
import { isSuspended } from '../../accounts/suspensions/queries.ts';
import { accounts } from '../../accounts/tables.ts';
import { SEAL } from '../../campaigns/signatures/queries.ts';
import { signatures } from '../../campaigns/signatures/tables.ts';
import type { Context } from '../../context.ts';
import { listCarriers } from '../../groups/letters.ts';
import { promiseMails, type MailPromise } from '../../outbox/actions.ts';
import { people } from '../../people/tables.ts';
import { findSite } from '../../site/queries.ts';
import { sealedId } from '../../site/tokens.ts';
import type { SeenReport } from '../queries.ts';

/** `key` names the telling, such as a journal entry's id: told twice under one key is told once. */
type Telling = { deed: 'hide' | 'show' | 'remove'; reason: string; key: string };
type Receiver = { to: string; language: Language };

/**
 * Tells the author of a campaign, an event or a comment what was decided and why, in the site's own words, and never who
 * reported it. A message says it where it stands, and a group's stewards are told as of any measure.
 */
export async function tellAuthor(
  tx: Transaction,
  ctx: Context,
  report: SeenReport,
  telling: Telling,
): Promise<void> {
  const { kind } = report;
  if (kind === 'message' || kind === 'group') return;
  const receivers = kind === 'comment' ? await findSigner(tx, report) : await listAuthors(tx, report);
  const { name: site } = await findSite({ db: tx });
  const url = `${ctx.settings.publicUrl}${pathFor(ctx, report)}`;
  const told = { ...telling, kind, title: report.title ?? '', group: report.groupName ?? '', site, url };
  await promiseMails(
    tx,
    receivers.map((receiver, place) => written(receiver, { ...told, key: `${telling.key}:${place}` })),
  );
}

type Kind = 'comment' | 'campaign' | 'event';
type Told = Telling & { kind: Kind; url: string } & Record<'title' | 'group' | 'site', string>;

/** A mail of the site, and of no group: it goes out where the group is frozen as well. */
function written({ to, language }: Receiver, { kind, deed, reason, key, url, ...words }: Told): MailPromise {
  // Only a comment is ever removed: see deeds.ts.
  const what =
    kind === 'comment'
      ? (`mail.reports.comment.${deed}` as const)
      : (`mail.reports.${kind}.${deed === 'show' ? deed : 'hide'}` as const);
  const heading = say(language, what, words);
  const why = deed === 'show' ? [] : [say(language, 'mail.groups.reason', { reason })];
  const appeal = deed === 'show' ? [] : [say(language, 'mail.reports.appeal', words)];
  return {
    key: `report-decided:${key}`,
    to,
    language,
    subject: heading,
    letter: {
      heading,
      paragraphs: [say(language, `${what}.text`, words), ...why, ...appeal],
      button: { label: say(language, 'mail.reports.button'), url },
    },
  };
}

function pathFor({ settings }: Context, { kind, subjectId, address }: SeenReport) {
  return kind === 'comment' ? `/signatures/${sealedId(settings.secret, SEAL, subjectId)}` : (address ?? '/');
}

/** Their mailbox is proven: a comment stands on the page only once it is. */
async function findSigner(tx: Transaction, { subjectId }: SeenReport): Promise<Receiver[]> {
  const signers = await tx
    .select({ to: people.email, language: people.language })
    .from(signatures)
    .innerJoin(people, eq(people.id, signatures.personId))
    .where(and(eq(signatures.id, subjectId), eq(signatures.stands, true)));
  return signers.flatMap(({ to, language }) => (to === null ? [] : [{ to, language }]));
}

/** Who began it, as long as they have an account; else the group's stewards. */
async function listAuthors(tx: Transaction, { authorId, groupId }: SeenReport): Promise<Receiver[]> {
  if (authorId !== null)
    return tx
      .select({ to: accounts.email, language: accounts.language })
      .from(accounts)
      .where(and(eq(accounts.id, authorId), not(isSuspended(accounts.id))));
  if (groupId === null) return [];
  const stewards = await listCarriers(tx, groupId, 'manage_group');
  return stewards.map(({ email: to, language }) => ({ to, language }));
}
