import { Type, type Static } from 'typebox';

/** Other tools whose own number of a person is kept, each by the name that it calls itself. */
export const TOOL_NAMES = {
  'action-network': 'Action Network',
  nationbuilder: 'NationBuilder',
  civicrm: 'CiviCRM',
  zetkin: 'Zetkin',
  mailchimp: 'Mailchimp',
  everyaction: 'EveryAction',
} as const;
export type Tool = keyof typeof TOOL_NAMES;
export const TOOLS = Object.keys(TOOL_NAMES) as Tool[];

/** By which another tool knows a person. */
export const ExternalId = Type.Object({ tool: Type.Enum(TOOLS), value: Type.String() });
export type ExternalId = Static<typeof ExternalId>;

/** As OSDI writes it: `action_network:8f1c`. */
export function osdiName({ tool, value }: ExternalId): string {
  return `${tool.replaceAll('-', '_')}:${value}`;
}
