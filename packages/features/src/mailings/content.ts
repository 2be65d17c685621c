import type { Queryable, Transaction } from '@groundwork/database';
import type { Values } from '@groundwork/mail';
import type { Language } from '@groundwork/words';
import type { House } from '../context.ts';
import type { Letter } from '../outbox/letter.ts';
import type { Receiver } from './audience.ts';

/** What a mailing tells. */
export type Content = {
  /** Its letter, with a `place` for each value. Asked in each batch, once for each language and variant that is met. */
  write(language: Language, variant: string): { subject: string; letter: Letter };
  /** What stands in the places for one of them. */
  values(receiver: Receiver): Values;
};

/** Why there is nothing to tell: no more at all, or not as long as the thing is hidden. */
export type Silence = 'moot' | 'hidden';

/** What stopped by itself, who sent it, and why. */
export type Stop = { aboutId: string; sentBy: string | null; why: 'addresses' | 'complaints' };

/** What mailings of one kind tell. Features list theirs in `mailings.ts`. */
export type MailingKind = {
  kind: string;
  /**
   * What its readers must hear: once its group may write again, one that was stopped for a measure goes on by itself. Others
   * go on when somebody says so.
   */
  isOwed: boolean;
  /**
   * Runs once when one of them begins, in the transaction of its first batch: before anyone is found. Answers to how many it
   * goes, who are counted otherwise; null: it does not begin after all, and is a draft again.
   */
  begin?(house: House, tx: Transaction, aboutId: string): Promise<number | null>;
  /** Who of these is passed over by one that is budgeted: their mail ends as all others do, and is given to no mail server. */
  findPassedOver?(tx: Transaction, aboutId: string, personIds: string[]): Promise<Set<string>>;
  /** Tells whoever sent it that it stopped by itself, in the transaction that stops it. */
  stopped?(house: House, tx: Transaction, stop: Stop): Promise<void>;
  /** Reads it anew, as nobody's viewer, for each batch; and before each sending, where nothing shorter tells whether it stands. */
  read(house: House, db: Queryable, about: About): Promise<Content | Silence>;
  /** Whether there is nothing to tell, without reading what: asked before each sending, of which a mailing has thousands. */
  findSilence?(db: Queryable, about: About): Promise<Silence | null>;
};
type About = { aboutId: string; version: string };
