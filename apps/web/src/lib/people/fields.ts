import type { Tool } from '@groundwork/features/people/contract';
import type { Field, ImportView } from '@groundwork/features/people/imports/contract';

/** What a column of a list can hold, in the order in which a form offers it. */
export const importFields = [
  'none',
  'asTag',
  'email',
  'name',
  'firstName',
  'middleName',
  'lastName',
  'phone',
  'street',
  'city',
  'region',
  'postcode',
  'country',
  'tags',
  'language',
  'emailAnswer',
  'emailLimits',
  'textAnswer',
  'noEmail',
  'noText',
  'noCall',
  'noPost',
  'noSharing',
  'noContact',
  'badEmail',
  'badPhone',
  'agreedAt',
  'came',
  'cameTo',
  'cameOn',
  'externalIds',
] as const satisfies readonly Field[];

/** Other tools, in whose files a column says by which number they know somebody. */
export const tools = [
  'action-network',
  'nationbuilder',
  'civicrm',
  'zetkin',
  'mailchimp',
  'everyaction',
] as const satisfies readonly Tool[];

/** The encodings that spreadsheets write, with the letters they are known for. */
export const encodingChoices = [
  { value: 'utf-8', label: 'UTF-8' },
  { value: 'utf-16le', label: 'UTF-16' },
  { value: 'utf-16be', label: 'UTF-16 BE' },
  { value: 'windows-1252', label: 'Windows-1252 (á ñ ü)' },
  { value: 'windows-1250', label: 'Windows-1250 (č ł ő)' },
  { value: 'windows-1251', label: 'Windows-1251 (ж я)' },
  { value: 'windows-1256', label: 'Windows-1256 (ع م)' },
  { value: 'macintosh', label: 'Mac Roman (á ñ ü)' },
];

/** How the form of an import names what stands between columns. */
export const TAB = 'tab';

/** Which of the sheets of a workbook is read, where another one could be. */
export function placeOfSheet({ findings }: Pick<ImportView, 'findings'>): number | undefined {
  const place = findings.sheets.indexOf(findings.sheet);
  return place < 0 ? undefined : place;
}
