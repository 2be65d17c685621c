/**
 * How many cells the tables of a Markdown text come to, counted from its lines: a row that is short is filled up to
 * the width of its table, so that a few characters a line become hundreds of cells. At times too many, never too few.
 */
export function countCells(text: string): number {
  let [cells, columns, isUnderPipe] = [0, 0, false];
  for (const line of text.split(/\r\n?|\n/)) {
    if (BLANK.test(line)) columns = 0;
    else if (isUnderPipe && RULE.test(line)) columns = Math.max(columns, widthOf(line));
    cells += columns;
    isUnderPipe = line.includes('|');
  }
  return cells;
}

const BLANK = /^[\s>]*$/;
/** The line under a table's headings: dashes between bars, perhaps in a list or a quotation. */
const RULE = /^[\s>|:\-+*\d.)]+$/;

function widthOf(rule: string) {
  return rule.split('|').length;
}
