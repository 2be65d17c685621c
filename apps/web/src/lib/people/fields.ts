/** What a column of a list can hold, in the order in which a form asks. */
export const importFields = ['name', 'firstName', 'lastName', 'email', 'phone', 'tags', 'language'] as const;

/** The encodings that spreadsheets write, with the letters they are known for. */
export const encodings = [
  { value: 'utf-8', label: 'UTF-8' },
  { value: 'utf-16le', label: 'UTF-16' },
  { value: 'windows-1252', label: 'Windows-1252 (á ñ ü)' },
  { value: 'windows-1250', label: 'Windows-1250 (č ł ő)' },
  { value: 'windows-1251', label: 'Windows-1251 (ж я)' },
  { value: 'windows-1256', label: 'Windows-1256 (ع م)' },
];
