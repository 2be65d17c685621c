import { and, inArray, sql } from 'drizzle-orm';
import { Conflict } from '../errors.ts';
import type { Subject } from '../subject.ts';
import { allies } from './allies/tables.ts';
import { groupDomains } from './domains/tables.ts';
import { groupInvitationAddressees, groupInvitations } from './invitations/tables.ts';
import { contactBudgets, contactBudgetYeses } from './budgets/tables.ts';
import { visibleTo } from './queries.ts';
import { findReportedGroup } from './reported.ts';
import {
  coalitionReach,
  groupBans,
  groupDeletions,
  groupMeasures,
  groupRoles,
  groups,
  joinRequests,
  memberships,
} from './tables.ts';

export const groupSubjects: Subject[] = [
  {
    kind: 'group',
    tables: [
      ...[
        groups,
        allies,
        coalitionReach,
        groupMeasures,
        groupDeletions,
        groupRoles,
        memberships,
        joinRequests,
      ],
      ...[groupInvitations, groupInvitationAddressees, groupBans, groupDomains],
      ...[contactBudgets, contactBudgetYeses],
    ],
    find: ({ db, viewer }, ids) =>
      db
        .select({
          id: groups.id,
          title: groups.name,
          url: sql<string>`'/groups/' || ${groups.slug}`,
          isOff: sql<boolean>`${groups.hiddenAt} is not null`,
        })
        .from(groups)
        .where(and(inArray(groups.id, ids), visibleTo({ viewer }))),
    reported: { by: 'slug', find: findReportedGroup },
    pictures: [groups.pictureKey],
    texts: [groups.about],
    refusals: {
      group_roles_name: () => new Conflict('groups.role-named'),
      memberships_of_nobody: () => new Conflict('groups.ally'),
      groups_ally_closed: () => new Conflict('groups.ally'),
      memberships_keep_a_steward: () => new Conflict('groups.last-steward'),
      group_domains_held: () => new Conflict('groups.domain-held'),
      group_invitation_addressees_mailbox: () => new Conflict('conflict'),
    },
    news: { 'groups.created': ({ subjectId }) => subjectId },
  },
];
