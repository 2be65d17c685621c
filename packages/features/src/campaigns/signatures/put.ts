import { newId, prepared, type Queryable, type Transaction } from '@groundwork/database';
import { sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { links } from '../../links/tables.ts';
import { personBy } from '../../people/points.ts';
import { signatureHolds } from '../bursts/tables.ts';
import type { SeenCampaign } from '../queries.ts';
import type { NewSignature } from './contract.ts';
import { signatures } from './tables.ts';

/** Whose it is: by their id, or by the address under which the same transaction remembers them. */
type Whose = { personId: string } | { email: string };
type Put = Whose & {
  campaign: SeenCampaign;
  /** Whose person they are, unless the home group's. */
  sponsorId: string | null;
  /** On whose page they sign, unless the campaign's own. */
  frameId: string | null;
  asked: NewSignature;
  counts: boolean;
  /** Of the address that is typed, where it is proven. */
  mailboxKey: string | null;
};

/** Writes a signature in one statement, which holds "twice counts once" under any race and says whether a mail may go out. */
export async function putSignature(
  tx: Transaction,
  { campaign, sponsorId, frameId, asked, counts, mailboxKey, ...whose }: Put,
) {
  const id = newId();
  const [signature] = await (counts ? putOwn : putUnconfirmed)(tx, {
    id,
    groupId: sponsorId ?? campaign.groupId,
    sponsorId,
    frameId,
    campaignId: campaign.id,
    ...('personId' in whose ? { personId: whose.personId } : { email: whose.email }),
    kind: campaign.action === 'pledge' ? 'pledge' : 'signature',
    name: asked.name.trim(),
    comment: asked.comment?.trim() || null,
    postcode: campaign.asksPostcode ? asked.postcode?.trim() || null : null,
    showName: asked.showName ?? false,
    shownName: asked.shownName?.trim() || null,
    wantsUpdates: counts ? false : asked.updates,
    code: asked.link?.trim().toLowerCase() ?? '',
    mailboxKey,
  });
  if (!signature) throw new Error('an upsert always returns its row');
  return { ...signature, isNew: signature.id === id };
}

type Given = Required<
  Pick<
    typeof signatures.$inferInsert,
    | 'id'
    | 'groupId'
    | 'sponsorId'
    | 'frameId'
    | 'campaignId'
    | 'kind'
    | 'name'
    | 'comment'
    | 'postcode'
    | 'showName'
    | 'shownName'
    | 'wantsUpdates'
  >
> & { code: string; mailboxKey: string | null; personId?: string; email?: string };

const putUnconfirmed = prepared((db, given: Given) =>
  put(db, given, { first: { mailedAt: sql`now()` }, again: AGAIN }),
);
const putOwn = prepared((db, given: Given) =>
  put(db, given, { first: { confirmedAt: sql`now()` }, again: OWN_AGAIN }),
);

type Manner = { first: { mailedAt: SQL } | { confirmedAt: SQL }; again: typeof AGAIN | typeof OWN_AGAIN };

function put(db: Queryable, given: Given, { first, again }: Manner) {
  const { id, groupId, sponsorId, frameId, campaignId, kind, name, comment, postcode } = given;
  const { showName, shownName, wantsUpdates, code, mailboxKey } = given;
  const personId = given.personId ?? personBy(groupId, given.email);
  const linkId = sql`(select ${links.id} from ${links} where ${links.code} = ${code} and ${links.groupId} = ${groupId})`;
  return db
    .insert(signatures)
    .values({
      id,
      groupId,
      sponsorId,
      frameId,
      campaignId,
      personId,
      kind,
      name,
      comment,
      postcode,
      showName,
      shownName,
      wantsUpdates,
      optedInAt: sql`case when ${wantsUpdates} then now() end`,
      linkId,
      mailboxKey,
      ...first,
    })
    .onConflictDoUpdate({ target: [signatures.campaignId, signatures.personId], set: again })
    .returning({
      id: signatures.id,
      personId: signatures.personId,
      stands: signatures.stands,
      isProven,
      postcode: signatures.postcode,
      confirmedAt: signatures.confirmedAt,
      mailedAt: signatures.mailedAt,
      beganNow: sql<boolean>`coalesce(${signatures.confirmedAt} = now(), false)`,
      isMailDue: sql<boolean>`${signatures.mailedAt} = now() and ${MAILS_IN_LAST_HOUR} < ${MAILS_AN_HOUR}`,
    });
}

export type PutSignature = Awaited<ReturnType<typeof putSignature>>;

const MAILS_AN_HOUR = 5;

/** What others did with this address in this group counts too, or many campaigns would make many mails. */
const MAILS_IN_LAST_HOUR = sql`(select count(*) from signatures mailed
  where mailed.person_id = ${signatures.personId} and mailed.mailed_at > now() - interval '1 hour')`;

/** It counts, or waits for the organizers with its mailbox proven. */
const isProven = sql<boolean>`(${signatures}.stands or exists (select from ${signatureHolds} hold
  where hold.signature_id = ${signatures}.id and hold.proven_at is not null))`;

/** A proven signature is changed by nobody who only knows the address; any other is as last written. */
const AGAIN = {
  name: unlessCounted(signatures.name),
  comment: unlessCounted(signatures.comment),
  postcode: unlessCounted(signatures.postcode),
  showName: unlessCounted(signatures.showName),
  shownName: unlessCounted(signatures.shownName),
  wantsUpdates: unlessCounted(signatures.wantsUpdates),
  optedInAt: unlessCounted(signatures.optedInAt),
  linkId: unlessCounted(signatures.linkId),
  frameId: unlessCounted(signatures.frameId),
  // At most one mail a day, however often the form is sent.
  mailedAt: sql`case when ${signatures.mailedAt} > now() - interval '1 day' then ${signatures.mailedAt} else now() end`,
};

/** Its owner, signed in, may put it anew. */
const OWN_AGAIN = {
  name: sql`excluded.name`,
  comment: sql`excluded.comment`,
  postcode: sql`coalesce(excluded.postcode, ${signatures.postcode})`,
  showName: sql`excluded.show_name`,
  shownName: sql`excluded.shown_name`,
  wantsUpdates: false,
  mailboxKey: sql`excluded.mailbox_key`,
  confirmedAt: sql`case when ${signatures.stands} then ${signatures.confirmedAt} else now() end`,
  withdrawnAt: null,
};

function unlessCounted(column: AnyPgColumn): SQL {
  const given = sql.identifier(snake(column.name));
  return sql`case when ${isProven} then ${column} else excluded.${given} end`;
}

function snake(name: string) {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
