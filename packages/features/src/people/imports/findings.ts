import type { Tool } from '../contract.ts';
import type { DateColumn } from './dates.ts';
import type { Remark, Why } from './incoming.ts';

/** What was found in the rows of a file that can be taken, counted. */
export type FileFindings = {
  /** Rows that say yes to email by themselves. */
  yesCount: number;
  /** Rows that come in as a no to email, once each, by why. */
  noes: Record<Why, number>;
  /** Rows with a no to anything else. */
  otherNoCount: number;
  /** Rows that say yes to text messages by themselves. */
  textYesCount: number;
  /** Rows that say that somebody came to something. */
  cameCount: number;
  /** People here who said yes to email, and to whom the file brings a no. */
  overruledCount: number;
  /** People who said no here, were erased since, and of whom the file does not say no itself: they come in as no. */
  erasedNoCount: number;
  /** People here whom the file names by the number of another tool, by tool. */
  knownByIds: { tool: Tool; count: number }[];
  /** Columns with days that can be read in two ways. */
  dates: DateColumn[];
  /** People of the file whom the group knows. */
  knownCount: number;
  /** Whether they are read as somebody said for a file of this shape before. */
  isOrderKept: boolean;
  /** Rows with letters that were not written in the file's encoding. */
  repairedCount: number;
  /** Rows of people without an email address. */
  withoutEmailCount: number;
  /** Values of columns about consent that we do not know: the commonest ones. */
  unclear: { column: number; value: string; count: number }[];
  /** Cells that are no value of the field that their column fills in; the commonest, with why. */
  oddCount: number;
  odd: { column: number; value: string; count: number; code: string }[];
  /** The sheet of a workbook that is read, the first with anything in it, and how many have; '' and 0 for other files. */
  sheet: string;
  sheetCount: number;
  /** All of its sheets with anything in them, where there are several. */
  sheets: string[];
};

/** A row as it is shown before anything is added. */
export type SampleRow = { row: number; cells: string[]; remarks: Remark[] };

/** What is found in a file with nothing in it. */
export function nothingFound(): FileFindings {
  return {
    yesCount: 0,
    noes: { said: 0, 'do-not-contact': 0, 'bad-address': 0, blank: 0, unclear: 0 },
    otherNoCount: 0,
    textYesCount: 0,
    cameCount: 0,
    overruledCount: 0,
    erasedNoCount: 0,
    knownByIds: [],
    knownCount: 0,
    dates: [],
    isOrderKept: false,
    repairedCount: 0,
    withoutEmailCount: 0,
    unclear: [],
    oddCount: 0,
    odd: [],
    sheet: '',
    sheetCount: 0,
    sheets: [],
  };
}
