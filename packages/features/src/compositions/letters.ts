import type { Queryable } from '@groundwork/database';
import { campaignChoice } from '../people/choice-seals.ts';
import { place } from '@groundwork/mail';
import { say, type Language } from '@groundwork/words';
import { and, eq, sql } from 'drizzle-orm';
import { campaignsOf } from '../campaigns/queries.ts';
import { campaigns } from '../campaigns/tables.ts';
import type { House } from '../context.ts';
import { nameIn } from '../groups/standing.ts';
import { groups } from '../groups/tables.ts';
import type { Letter } from '../outbox/letter.ts';
import { subscriptionSeal, unsubscribingBy } from '../people/queries.ts';
import { writerChoice } from '../people/writers/queries.ts';
import { readMergeLine } from './body/line.ts';
import { mergeValues } from './body/merging.ts';
import { readBody } from './body/reading.ts';
import { writeBody } from './body/writing.ts';
import { listTexts } from './queries.ts';
import { compositions } from './tables.ts';
import {
  attachedPicture,
  cardOf,
  findNamedThings,
  type AttachedPicture,
  type NamedThings,
} from './things.ts';

type Typed = Awaited<ReturnType<typeof listTexts>>[number];
type Written = ReturnType<typeof readText>;
/** All that the letters of a composition are made of, as it is now. */
export type Composed = {
  texts: Written[];
  things: NamedThings;
  pictures: Map<string, AttachedPicture>;
  groupName: string;
  senderName: string | null;
  purpose: 'updates' | 'membership';
  /** The petition or pledge under which all of its readers signed. */
  signed: string | null;
  /** Whose letters its readers can choose to get alone. */
  campaignId: string | null;
  /** The other group that wrote it, and what it was called then. */
  writerId: string | null;
  writerName: string | null;
};

/** Reads what a composition tells, with the things and pictures that it names; null: it is gone. */
export async function readComposed(
  house: House,
  db: Queryable,
  compositionId: string,
): Promise<Composed | null> {
  const [composition] = await db
    .select({
      groupId: compositions.groupId,
      purpose: compositions.purpose,
      lines: compositions.lines,
      campaignId: compositions.campaignId,
      writerId: compositions.writerId,
      writerName: compositions.writerName,
      groupName: groups.name,
      senderName: nameIn(compositions.inNameOf, compositions.groupId),
    })
    .from(compositions)
    .innerJoin(groups, eq(groups.id, compositions.groupId))
    .where(eq(compositions.id, compositionId));
  if (!composition) return null;
  const { groupId, lines, ...composed } = composition;
  const rows = await listTexts({ db }, compositionId);
  const texts = rows.filter(({ subject, body }) => subject.trim() !== '' || body.trim() !== '').map(readText);
  const named = {
    events: texts.flatMap(({ body }) => body.events),
    petitions: texts.flatMap(({ body }) => body.petitions),
  };
  const [things, pictures, signed] = await Promise.all([
    findNamedThings(db, groupId, named),
    attachedPictures(house, new Set(texts.flatMap(({ body }) => body.pictures))),
    findSigned(db, groupId, lines),
  ]);
  return { ...composed, texts, things, pictures, signed };
}

/** A text as it was typed, read: with places for the merge words, and all that is not understood. */
function readText({ variant, language, ...typed }: Typed) {
  const [subject, preheader, body] = [
    readMergeLine(typed.subject),
    readMergeLine(typed.preheader),
    readBody(typed.body),
  ];
  const all = [subject, preheader, body];
  return {
    ...{ variant, language, typed, body, subject: subject.text, preheader: preheader.text },
    mergeWords: all.flatMap(({ mergeWords }) => mergeWords),
    wrongs: all.flatMap(({ wrongs }) => wrongs),
  };
}

/** Which of its letters: a variant, in a language. */
type Which = { variant: string; language: Language };

/**
 * The text of a variant for whoever reads this language: in it, or else in the first that there is. A variant that is none of
 * the letter's own, an event, has the texts of all.
 */
function textFor({ texts }: Pick<Composed, 'texts'>, { variant, language }: Which): Written | undefined {
  const written = texts.filter((text) => text.variant === variant);
  const own = written.length > 0 ? written : texts;
  return own.find((text) => text.language === language) ?? own[0];
}

/** The letter that readers of a language get in a variant, with places for what is each one's own. */
export function compositionLetter(
  house: Pick<House, 'settings'>,
  composed: Composed,
  which: Which,
): { subject: string; letter: Letter } {
  const { language } = which;
  const text = textFor(composed, which);
  if (!text) throw new Error('a mailing that goes out says something');
  const { groupName, pictures } = composed;
  const senderName = senderOf(composed, language);
  const files = text.body.pictures.flatMap((key) => pictures.get(key)?.file ?? []);
  return {
    subject: text.subject,
    letter: {
      paragraphs: [],
      blocks: writeBody(text.body, {
        site: house.settings.publicUrl,
        card: (reference) => cardOf(house, composed.things, which, reference),
        picture: (key) => pictures.get(key)?.shown ?? null,
      }),
      ...(text.preheader && { preheader: text.preheader }),
      ...(senderName !== null && { senderName }),
      ...(files.length > 0 && { attachments: files }),
      footer: [...writerLines(composed, language), whyLine(composed, language)],
      unsubscribe: {
        label: say(language, 'mail.campaign-update.unsubscribe', { group: groupName }),
        ...unsubscribingBy(house, place('seal'), {
          choice: composed.campaignId === null ? null : place('choice'),
          writer: composed.writerId === null ? null : place('writer'),
        }),
      },
    },
  };
}

/** What stands in the places for one of its readers. */
export function valuesFor(
  house: Pick<House, 'settings'>,
  composed: Composed,
  { personId, own: name, ...which }: Which & { personId: string; own: string },
) {
  const { language } = which;
  const mergeWords = textFor(composed, which)?.mergeWords ?? [];
  return {
    ...mergeValues({ mergeWords }, { name, language, group: composed.groupName }),
    seal: subscriptionSeal(house, personId),
    ...(composed.campaignId !== null && { choice: campaignChoice(house, personId, composed.campaignId) }),
    ...(composed.writerId !== null && { writer: writerChoice(house, personId, composed.writerId) }),
  };
}

/** Whom a list of mails names besides the group: who writes it for the group, or the group that wrote it. */
export function senderOf(
  { groupName: group, senderName, writerName }: Pick<Composed, 'groupName' | 'senderName' | 'writerName'>,
  language: Language,
): string | null {
  if (writerName !== null) return say(language, 'compositions.from-writer', { group, writer: writerName });
  return senderName === null ? null : say(language, 'compositions.sender', { group, sender: senderName });
}

/** Who wrote it, and that they have nobody's address. */
function writerLines({ groupName: group, writerName }: Composed, language: Language): string[] {
  return writerName === null ? [] : [say(language, 'compositions.by-writer', { group, writer: writerName })];
}

function whyLine({ purpose, signed, groupName }: Composed, language: Language): string {
  if (purpose === 'membership') return say(language, 'compositions.why.member', { group: groupName });
  if (signed === null) return say(language, 'compositions.why.agreed', { group: groupName });
  return say(language, 'mail.campaign-update.why', { title: signed, group: groupName });
}

async function findSigned(
  db: Queryable,
  groupId: string,
  lines: (typeof compositions.$inferSelect)['lines'],
) {
  const [first, ...others] = lines ?? [];
  const who = first?.who;
  if (who?.is !== 'signed' && who?.is !== 'pledged') return null;
  if (!who.campaign || others.some(({ how }) => how === 'add')) return null;
  const [campaign] = await db
    .select({ title: campaigns.title })
    .from(campaigns)
    .where(and(sql`${campaigns.id} in ${campaignsOf(groupId)}`, eq(campaigns.id, who.campaign)));
  return campaign?.title ?? null;
}

async function attachedPictures(house: House, keys: Set<string>) {
  const pictures = new Map<string, AttachedPicture>();
  for (const key of keys) {
    const picture = await attachedPicture(house, key);
    if (picture) pictures.set(key, picture);
  }
  return pictures;
}
