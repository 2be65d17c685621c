import type { Queryable } from '@groundwork/database';
import type { Values } from '@groundwork/mail';
import type { Language } from '@groundwork/words';
import type { House } from '../context.ts';
import type { Letter } from '../outbox/letter.ts';
import type { Receiver } from './audience.ts';

/** What a mailing tells. */
export type Content = {
  /** Its letter, with a `place` for each value. Asked once for each language and variant that is met. */
  write(language: Language, variant: string): { subject: string; letter: Letter };
  /** What stands in the places for one of them. */
  values(receiver: Receiver): Values;
};

/** What mailings of one kind tell. Features list theirs in `mailings.ts`. */
export type MailingKind = {
  kind: string;
  /** Reads it anew for each batch, as nobody's viewer; null when there is nothing to tell any more, which ends the mailing. */
  read(house: House, db: Queryable, about: { aboutId: string; version: string }): Promise<Content | null>;
};
