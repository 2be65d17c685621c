import { Type, type Static } from 'typebox';

const Id = Type.String({ format: 'uuid' });

/** What makes somebody begin a ladder: a leaf, as it is kept. Without a campaign or an event, any of the group's will do. */
export const Trigger = Type.Union([
  Type.Object({ is: Type.Literal('joined') }),
  Type.Object({ is: Type.Literal('signed'), campaign: Type.Optional(Id) }),
  Type.Object({ is: Type.Literal('came'), event: Type.Optional(Id) }),
  /** Nothing was heard of them for so many days. */
  Type.Object({ is: Type.Literal('silent'), days: Type.Integer({ minimum: 7, maximum: 730 }) }),
  /** They came to be in a segment. */
  Type.Object({ is: Type.Literal('segment'), segment: Id }),
]);
export type Trigger = Static<typeof Trigger>;
export const TRIGGERS = ['joined', 'signed', 'came', 'silent', 'segment'] as const;
