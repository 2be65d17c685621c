import { Type, type Static } from 'typebox';
import { CompositionText } from '../contract.ts';

/** What a mailing can begin with, to be read before it does; another group's as well, where it is offered to all. */
export const TemplateView = Type.Object({
  id: Type.String(),
  isOffered: Type.Boolean(),
  /** It is the group's own, which has its page for those who write. */
  isOwn: Type.Boolean(),
  texts: Type.Array(CompositionText),
  can: Type.Object({ begin: Type.Boolean() }),
});
export type TemplateView = Static<typeof TemplateView>;
