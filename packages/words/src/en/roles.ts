/** The roles of a group's own, and what each responsibility lets one do. */
export const roles = {
  'groups.roles.title': 'Roles in {group}',
  'groups.roles.intro':
    'A role is a name for what somebody is trusted with. Three are always there. Make others where your group shares the work out in its own way.',
  'groups.roles.give': 'Give roles in the list of members',
  'groups.roles.given': 'Always there',
  'groups.roles.own': 'Your own',
  'groups.roles.empty':
    'None yet. Make one for a task that somebody looks after, such as the press or welcoming new members. Then give it to them in the list of members, beside the role they have.',
  'groups.roles.name': 'Name of the role',
  'groups.roles.carries': 'Whoever has it may',
  'groups.roles.grave':
    'Taking the people out, managing members and managing the group are power over others: only who manages the group gives a role with one of them.',
  'groups.roles.members':
    '{count, plural, =0 {Nobody has it.} one {# member has it.} other {# members have it.}}',
  'groups.roles.make': 'Make a role',
  'groups.roles.change': 'Change or remove',
  'groups.roles.change.text': 'What you change holds at once for everyone who has this role.',
  'groups.roles.remove': 'Remove',
  'groups.roles.remove.text': 'The role {name} is no longer there to be given.',
  'groups.roles.keeps': 'It can be removed once nobody has it.',
  'groups.roles.made': 'The role is made. Give it in the list of members.',
  'groups.roles.saved': 'The role is changed, for everyone who has it.',
  'groups.roles.removed': 'The role is removed.',
  'groups.roles.link': 'Roles, and what they carry',
  'groups.members.own-role-of': 'Further role of {name}',
  'groups.members.own-role.none': 'No further role',
  'error.groups.role-beyond': 'That carries more than you do here. Ask somebody who manages the group.',
  'error.groups.too-many-roles': 'A group has at most {most} roles of its own.',
  'error.groups.role-in-use':
    '{count, plural, one {# member has this role.} other {# members have this role.}} Take it from them first.',
  'error.groups.role-named': 'There is a role of that name already.',
  'groups.roles.nothing': 'Tick at least one thing that they may.',
  'groups.responsibility.see_people': 'See the people',
  'groups.responsibility.see_people.hint':
    'The list of everyone who signed, came or joined, with their addresses.',
  'groups.responsibility.contact_people': 'Write to people',
  'groups.responsibility.contact_people.hint':
    'Mails news to those who agreed, tags people, brings lists in.',
  'groups.responsibility.export_people': 'Take the people out',
  'groups.responsibility.export_people.hint': 'Saves everyone the group knows as one file.',
  'groups.responsibility.publish': 'Publish',
  'groups.responsibility.publish.hint':
    'Campaigns, their news, links and announcements, in the name of the group.',
  'groups.responsibility.host_events': 'Host events',
  'groups.responsibility.host_events.hint': 'Makes events, calls them off, names hosts, checks people in.',
  'groups.responsibility.moderate': 'Keep the talk fair',
  'groups.responsibility.moderate.hint':
    'Opens channels, removes what breaks the rules, decides about reports.',
  'groups.responsibility.manage_members': 'Manage members',
  'groups.responsibility.manage_members.hint': 'Lets people in, takes them out, invites, and gives roles.',
  'groups.responsibility.manage_group': 'Manage the group',
  'groups.responsibility.manage_group.hint': 'Its settings, its roles and what they carry, and its end.',
};
