/** What may be given to somebody in a group; a role is a named set of these. In the order in which pages list them. */
export const RESPONSIBILITIES = [
  'see_people',
  'contact_people',
  'export_people',
  'publish',
  'host_events',
  'moderate',
  'manage_members',
  'manage_group',
] as const;
export type Responsibility = (typeof RESPONSIBILITIES)[number];

/** The roles that every group has. Those that a group makes for itself are rows (`group_roles`). */
export const ROLES = ['member', 'organizer', 'steward'] as const;
export type Role = (typeof ROLES)[number];

const GIVEN: Record<Role, readonly Responsibility[]> = {
  member: [],
  organizer: ['see_people', 'contact_people', 'publish', 'host_events', 'moderate'],
  steward: RESPONSIBILITIES,
};

/** What a role carries of itself. */
export function carriedBy(role: Role): readonly Responsibility[] {
  return GIVEN[role];
}

/** The roles that carry a responsibility. */
export function rolesWith(responsibility: Responsibility): Role[] {
  return ROLES.filter((role) => GIVEN[role].includes(responsibility));
}

/** With these one takes people out as a file, or has power over who stands how: only who manages the group gives them. */
export const GRAVE: readonly Responsibility[] = ['export_people', 'manage_members', 'manage_group'];

/** Somebody as they stand to a thing of a group: what they carry there, their role's and their own role's together. */
export type Carrier = { carried: readonly Responsibility[] };

/** Whether somebody carries a responsibility. */
export function may({ carried }: Carrier, responsibility: Responsibility): boolean {
  return carried.includes(responsibility);
}

/** Whether somebody may give these, or take them: nobody gives what they do not carry. */
export function mayGive(giver: Carrier, given: readonly Responsibility[]): boolean {
  return given.every((one) => may(giver, one)) && (may(giver, 'manage_group') || !given.some(isGrave));
}

/** Whether somebody may put out who carries these: with anything grave among them, only whoever may take them all. */
export function mayPutOut(giver: Carrier, carried: readonly Responsibility[]): boolean {
  return !carried.some(isGrave) || mayGive(giver, carried);
}

const isGrave = (one: Responsibility) => GRAVE.includes(one);
