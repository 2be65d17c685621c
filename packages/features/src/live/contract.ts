import { Type, type Static, type TSchema } from 'typebox';

/** What is heard of at a time: a kind of thing and the id of one, such as `channel:0199a3…`. */
export const TopicName = Type.String({
  pattern: '^[a-z]{1,20}:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$',
});
const Moment = Type.String({ format: 'date-time' });
const Seq = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
const Nullable = <T extends TSchema>(type: T) => Type.Union([type, Type.Null()]);

/** What every row that is heard has: its number in the topic says where it stands. */
export const LiveRow = Type.Object({ id: Type.String(), seq: Seq });
export type LiveRow = Static<typeof LiveRow>;

export const Subscribe = Type.Object(
  {
    subscribe: TopicName,
    after: Type.Optional(Nullable(Seq)),
    since: Type.Optional(Nullable(Moment)),
    brief: Type.Optional(Type.Boolean()),
  },
  {
    description:
      'Listen. `after`: first every row after this number; without it, from now on. `since`: also what was changed after ' +
      'that moment, as the server last told it in `at`. `brief`: only that something was said, without words, for a ' +
      'count beside a name. Asked again for the same topic, it takes the place of the first.',
  },
);
export const Unsubscribe = Type.Object({ unsubscribe: TopicName }, { description: 'Stop listening.' });

/** What a client says. */
export const ClientFrame = Type.Union([Unsubscribe, Subscribe]);
export type ClientFrame = Static<typeof ClientFrame>;
export type Subscribe = Static<typeof Subscribe>;

/** What the server says, by the member that tells the frames apart. */
export const SERVER_FRAMES = {
  rows: Type.Object(
    { topic: TopicName, rows: Type.Array(LiveRow) },
    {
      description:
        'What was said, as the page has it. The numbers (`seq`) of a topic come in order, without holes or doubles.',
    },
  ),
  changed: Type.Object(
    { topic: TopicName, changed: LiveRow },
    {
      description:
        'A row that was edited, hidden or removed. It may come twice, and about rows the client does not show.',
    },
  ),
  news: Type.Object(
    { topic: TopicName, news: Type.Object({ seq: Seq }) },
    {
      description:
        'The same as `rows`, for a brief subscription: the newest number, and what else the topic tells briefly ' +
        '(a channel: `authorIds`, one for each message).',
    },
  ),
  ready: Type.Object(
    { topic: TopicName, ready: Type.Object({ seq: Seq, at: Moment }) },
    {
      description:
        'All that was missed has been sent; from here it is live. A brief client that knew a smaller `seq` has missed news.',
    },
  ),
  behind: Type.Object(
    { topic: TopicName, behind: Type.Object({ seq: Seq }) },
    { description: 'More than 500 rows were missed: load the page anew.' },
  ),
  gone: Type.Object(
    { topic: TopicName, gone: Type.Literal(true) },
    { description: 'The topic is not there for this account, or not any more.' },
  ),
  beat: Type.Object(
    { beat: Type.Object({ at: Moment }) },
    {
      description:
        'Every 25 seconds. After a minute without any frame the line is dead: hang up and come back.',
    },
  ),
};

type FrameContents = {
  [Name in keyof typeof SERVER_FRAMES]: Static<(typeof SERVER_FRAMES)[Name]> extends Record<Name, infer What>
    ? What
    : never;
};
/** A frame as a client takes it: of a topic whose rows are `Row` and whose news hold `Brief` too, or a beat. */
export type ServerFrame<Row extends LiveRow = LiveRow, Brief = object> = Partial<
  Omit<FrameContents, 'rows' | 'changed' | 'news'> & {
    topic: string;
    rows: Row[];
    changed: Row;
    news: FrameContents['news'] & Brief;
  }
>;
