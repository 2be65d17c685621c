import type { Context } from '../../context.ts';
import type { InvitationFace } from './contract.ts';
import type { Invitation } from './queries.ts';

/** An invitation as its holder sees it. Over, it says nothing of the group to who is not in. */
export function faceOf(
  { viewer }: Context,
  { state, group, addressee }: Invitation,
  opensAccounts: boolean,
): InvitationFace {
  const isShown = state === 'open' || group.myRole !== null;
  if (!isShown) return { state, group: null, addressee: null, opensAccounts: false };
  return {
    state,
    group,
    addressee: addressee && { ...addressee, isViewer: addressee.email === viewer.email },
    opensAccounts,
  };
}
