import { LENGTHS } from '../../lengths.ts';
import { TOOLS, type ExternalId, type Tool } from '../contract.ts';
import { isBlankCell, plain, valuesIn } from './cells.ts';
import { ID_COLUMN, type Column, type Field } from './contract.ts';

/** By which other tools know somebody, of one row after another. */
export function externalIdReader(columns: Column[]) {
  const places = [...columns.keys()].flatMap((column) => {
    const tool = toolOf(columns[column] ?? 'none');
    return tool ? [{ column, tool }] : [];
  });
  const ours = [...columns.keys()].filter((column) => columns[column] === 'externalIds');
  return (cell: (column: number) => string): ExternalId[] => {
    const found = places.flatMap(({ column, tool }) => externalId(tool, cell(column)));
    return [...found, ...ours.flatMap((column) => valuesIn(cell(column)).flatMap(ownForm))];
  };
}

/** The tool by whose number of a person a column goes. */
function toolOf(column: Column): Tool | undefined {
  return TOOLS.find((tool) => column === `${ID_COLUMN}${tool}`);
}

/**
 * The column in which a tool writes its own number of a person; by the other headings where its name alone says little. Of
 * Mailchimp's two it is the one that is the same in all its lists.
 */
export function externalIdField(heading: string, headers: string[]): Field | null {
  const word = plain(heading);
  const tool = NAMED.get(word);
  if (tool) return tool;
  const isBeside = (pattern: RegExp) => headers.some((header) => pattern.test(plain(header)));
  if (word === 'uuid' && isBeside(/^can2/)) return 'id:action-network';
  if (
    ['contactid', 'internalcontactid'].includes(word) &&
    isBeside(/^(contacttype|donottrade|externalidentifier)$/)
  )
    return 'id:civicrm';
  return word === 'leid' && !isBeside(/^euid$/) ? 'id:mailchimp' : null;
}

const NAMED = new Map<string, Field>([
  ['actionnetworkid', 'id:action-network'],
  ['actionnetworkuuid', 'id:action-network'],
  ['nationbuilderid', 'id:nationbuilder'],
  ['civicrmid', 'id:civicrm'],
  ['civicrmcontactid', 'id:civicrm'],
  ['zetkinid', 'id:zetkin'],
  ['zetkinpersonid', 'id:zetkin'],
  ['euid', 'id:mailchimp'],
  ['mailchimpeuid', 'id:mailchimp'],
  ['vanid', 'id:everyaction'],
  ['externalids', 'externalIds'],
]);

function externalId(tool: Tool, written: string): ExternalId[] {
  const value = written.replace(
    /^(action_network|civi_crm|nationbuilder|zetkin|mailchimp|everyaction|van):/i,
    '',
  );
  return isBlankCell(value) || value.length > LENGTHS.externalId ? [] : [{ tool, value }];
}

/** As our own file writes them: `action-network:8f1c`. */
function ownForm(written: string): ExternalId[] {
  const [name = '', ...rest] = written.split(':');
  const tool = TOOLS.find((one) => one === name.trim());
  return tool ? externalId(tool, rest.join(':').trim()) : [];
}
