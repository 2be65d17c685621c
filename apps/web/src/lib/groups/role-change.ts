import type { FormValues } from '#lib/api/forms.ts';

/**
 * What the row of a member asks for: only what differs from what was shown, so that nobody gives back by the way what
 * somebody else took meanwhile. A group with no role of its own has no field for it.
 */
export function roleChangeOf({ role, shownRole, ownRole, shownOwnRole }: FormValues) {
  return {
    ...(role !== shownRole && { role }),
    ...(ownRole !== undefined && ownRole !== shownOwnRole && { ownRoleId: ownRole || null }),
  };
}
