import { may, type Carrier } from '../../groups/responsibilities.ts';
import { unlessFrozen, type Policy } from '../../policy.ts';

/** `isSpokenFor`: the viewer is its delegate where the letter is from. */
type Signer = Carrier & { isFrozen: boolean; isSpokenFor: boolean };

const speaks = (group: Signer) => may(group, 'manage_group') || group.isSpokenFor;

/** A group signs by its stewards, and by who speaks for it; its name it takes off also while it is frozen. */
export const signOnPolicy = {
  takeBack: speaks,
  ...unlessFrozen({ sign: speaks } satisfies Policy<Signer>),
} satisfies Policy<Signer>;
