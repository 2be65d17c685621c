import readXlsxFile from 'read-excel-file/universal';
import { MOST_SHEETS } from './contract.ts';
import { TooMuchUnzipped, unfoldWorkbook } from './unzipping.ts';

/** A workbook as text: of each sheet that has anything in it `csv` in UTF-8 with commas; and how many have. */
export type ReadWorkbook = { sheets: { name: string; csv: Uint8Array }[]; sheetCount: number };
export type UnreadWorkbook = { refused: 'people.workbook-too-large' | 'people.workbook-unreadable' };

/** Reads a workbook (Office Open XML, `.xlsx`). */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadWorkbook | UnreadWorkbook> {
  try {
    const unfolded = unfoldWorkbook(bytes);
    if (!unfolded) return { refused: 'people.workbook-unreadable' };
    const sheets = await readXlsxFile(new Blob([new Uint8Array(unfolded)]));
    const filled = sheets.filter(({ data }) => data.some((row) => row.some((cell) => cell !== null)));
    if (filled.length === 0) return { refused: 'people.workbook-unreadable' };
    const read = filled.slice(0, MOST_SHEETS).map(({ sheet, data }) => ({
      name: sheet,
      csv: Buffer.from(data.map((row) => `${row.map(cellText).join(',')}\n`).join('')),
    }));
    return { sheets: read, sheetCount: filled.length };
  } catch (error) {
    const isTooMuch = error instanceof TooMuchUnzipped || error instanceof RangeError;
    return { refused: isTooMuch ? 'people.workbook-too-large' : 'people.workbook-unreadable' };
  }
}

/** A cell in quotes, so that whatever it holds is one; days and moments as ISO 8601 has them, which is read in one way. */
function cellText(cell: unknown): string {
  const text = textOfCell(cell);
  return text === '' ? '' : `"${text.replaceAll('"', '""')}"`;
}

function textOfCell(cell: unknown): string {
  if (cell instanceof Date)
    return cell
      .toISOString()
      .replace(/T00:00:00\.000Z$/, '')
      .replace('T', ' ')
      .replace(/\.\d+Z$/, '');
  if (typeof cell === 'number') return numberText(cell);
  if (typeof cell === 'boolean') return String(cell);
  return typeof cell === 'string' ? cell : '';
}

/** A telephone number is one also where a spreadsheet takes it for a number; never with an exponent. */
function numberText(number: number): string {
  const text = String(number);
  return text.includes('e')
    ? number.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 15 })
    : text;
}
