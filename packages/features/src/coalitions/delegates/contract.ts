import { Type, type Static } from 'typebox';
import { RoleName } from '../../groups/contract.ts';
import { PageOf } from '../../paging.ts';
import { Mandate, TermEnd } from '../contract.ts';

/** Somebody speaks for a group: what for, and until when (at most three years). */
export const Naming = Type.Object({ mandate: Mandate, termEndsOn: TermEnd });
export type Naming = Static<typeof Naming>;

/** Who speaks in a coalition, for those who stand in it. */
export const Delegate = Type.Object({
  id: Type.String(),
  name: Type.String(),
  role: RoleName,
  group: Type.Object({ slug: Type.String(), name: Type.String() }),
  mandate: Type.String(),
  termEndsOn: Type.String(),
  isMe: Type.Boolean(),
});
export type Delegate = Static<typeof Delegate>;
export const DelegatePage = PageOf(Delegate);
export type DelegatePage = Static<typeof DelegatePage>;
