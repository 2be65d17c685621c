import type { Language } from '@groundwork/words';
import type { ExternalId } from '../contract.ts';
import type { AddressParts } from '../postal.ts';
import type { MailPreference } from '../preferences/preferring.ts';
import type { Field } from './contract.ts';

/** How somebody can be reached, as a row says: the first of each kind, the further ones, and those that do not work. */
export type Contact = {
  email: string | null;
  furtherEmails: string[];
  /** They do not work, and others of the row do: the person is known by them, and nothing is sent there. */
  badEmails: string[];
  phone: string | null;
  furtherPhones: string[];
  badPhones: string[];
};
/** Why a row is a no to email; a blank one is no answer, and takes no yes from anybody. */
export type Why = 'said' | 'do-not-contact' | 'bad-address' | 'blank' | 'unclear';
/** A no to something else than email, as consents have it: way/purpose. */
export type OtherNo = 'text/updates' | 'call/updates' | 'post/updates' | 'any/sharing';

/** Without an email it is somebody who has a name and a phone number only. */
export type IncomingPerson = Contact & {
  name: string;
  /** By which other tools know them. */
  externalIds: ExternalId[];
  /** Where they get their post. */
  address: AddressParts;
  language: Language;
  tags: string[];
  /** What the row itself says of email: null when it says nothing. */
  says: 'yes' | Why | null;
  /** The heading of the column that says so, and what stands in it. */
  words: string | null;
  /** To how much of it a yes is. */
  preference: MailPreference;
  agreedAt: Date | null;
  otherNoes: OtherNo[];
  /** The row itself says yes to text messages, in these words. */
  textWords: string | null;
  /** Of each no, what says it and since when, where the file tells. */
  told: Partial<Record<'email/updates' | OtherNo, SaidNo>>;
  /** What they came to, as it says. */
  attendances: ListedAttendance[];
  /** What it says of the group's own fields, by their ids. */
  values: Record<string, string>;
};
/** That somebody came to something of which a list tells; null: it does not say to what, or when. */
export type ListedAttendance = { title: string | null; at: Date | null };
type SaidNo = { words: string | null; at: Date | null };
/** Something about a row that an organizer should see. `code` names a sentence. */
export type Remark = { field: Field; code: string; column?: number; value?: string };
/** Why a row cannot be taken. `code` names a sentence. */
export type RowRefusal = {
  field: Field;
  code: 'field.required' | 'field.email' | 'field.too-long' | 'people.no-way-to-reach';
};

/** Whether a row's no is one that was said: an empty cell takes nobody's yes away. */
export function isFirm(says: IncomingPerson['says']): boolean {
  return says !== null && says !== 'yes' && says !== 'blank';
}
