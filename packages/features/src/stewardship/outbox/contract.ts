import { Type, type Static } from 'typebox';
import { PageOf, PageQuery } from '../../paging.ts';
import { LanguageCode } from '../../site/contract.ts';
import { EmailAddress } from '../../texts.ts';

const Moment = Type.String({ format: 'date-time' });
const Nothing = Type.Null();
const TextOrNull = Type.Union([Type.String(), Nothing]);

export const OutboxQuery = Type.Interface([PageQuery], { refused: Type.Optional(Type.Boolean()) });
export type OutboxQuery = Static<typeof OutboxQuery>;

/** Sent as a body, so that the address stands in no log and no history. Spelling does not matter, nor a `+tag`. */
export const OutboxSearch = Type.Interface([PageQuery], {
  address: EmailAddress,
});
export type OutboxSearch = Static<typeof OutboxSearch>;

export const OutboxRow = Type.Object({
  id: Type.String(),
  state: Type.Enum(['promised', 'held', 'sent', 'kept', 'refused']),
  subject: TextOrNull,
  toAddress: TextOrNull,
  promisedAt: Moment,
  finishedAt: Type.Union([Moment, Nothing]),
});
/** `isTrial`: nobody real is here yet, so letters show their links. `sendsMail`: an SMTP server is set. */
export const OutboxPage = Type.Interface([PageOf(OutboxRow)], {
  isTrial: Type.Boolean(),
  sendsMail: Type.Boolean(),
});
export type OutboxPage = Static<typeof OutboxPage>;

/** A link that is null was taken out: it stands for the receiver. */
const Way = Type.Object({ label: Type.String(), url: TextOrNull });

export const OutboxLetter = Type.Interface([OutboxRow], {
  language: LanguageCode,
  /** Null until it is opened, and once it was sent: what was said is then nobody's but the receiver's. */
  letter: Type.Union([
    Type.Object({
      heading: Type.Optional(Type.String()),
      paragraphs: Type.Array(Type.String()),
      button: Type.Optional(Way),
      unsubscribe: Type.Optional(Way),
      attachments: Type.Optional(Type.Array(Type.Object({ filename: Type.String() }))),
    }),
    Nothing,
  ]),
  isErased: Type.Boolean(),
  isMine: Type.Boolean(),
  can: Type.Object({
    read: Type.Boolean(),
    readLinks: Type.Boolean(),
    open: Type.Boolean(),
    handOver: Type.Boolean(),
  }),
});
export type OutboxLetter = Static<typeof OutboxLetter>;

/** `withLinks` to hand its links to its receiver, where no mail goes out. */
export const LetterOpening = Type.Object({ withLinks: Type.Optional(Type.Boolean()) });

/** What its receiver is told, newest first. */
export const OwnOpenings = Type.Object({
  rows: Type.Array(
    Type.Object({
      id: Type.String(),
      writtenAt: Moment,
      openedAt: Moment,
      /** Null when that account is gone. */
      openedBy: TextOrNull,
      withLinks: Type.Boolean(),
    }),
  ),
});
export type OwnOpenings = Static<typeof OwnOpenings>;
