import { LENGTHS } from '../../lengths.ts';
import { tidyLine } from '../../texts.ts';
import { tickIn } from './answers.ts';
import { isBlankCell, plain } from './cells.ts';
import type { Column } from './contract.ts';
import { momentWritten, type DateOrders } from './dates.ts';
import type { ListedAttendance, Remark } from './incoming.ts';

type Reading = { columns: Column[]; dateOrders: DateOrders };

/** That somebody came to something, as one row after another says; a cell that is no answer is left out, and said. */
export function attendanceReader({ columns, dateOrders }: Reading) {
  const placesOf = (field: Column) => [...columns.keys()].filter((column) => columns[column] === field);
  const answering = placesOf('came');
  const titled = placesOf('cameTo');
  const dated = [...placesOf('cameOn'), ...answering];
  return (cell: (column: number) => string, remarks: Remark[]): ListedAttendance[] => {
    const answers = answering.map((column) => cameIn(cell(column)));
    const odd = answering[answers.indexOf('odd')];
    if (odd !== undefined)
      remarks.push({
        ...{ field: 'came', code: 'people.odd-attendance', column: odd },
        value: cell(odd).slice(0, SHOWN),
      });
    if (!answers.includes('came')) return [];
    const title = tidyLine(titled.map(cell).find((written) => !isBlankCell(written)) ?? '');
    const moments = dated.map((column) => dayOf(cell(column), dateOrders.get(column)));
    return [
      {
        title: title.slice(0, LENGTHS.title).trim() || null,
        at: moments.find((moment) => moment !== null) ?? null,
      },
    ];
  };
}

/** Characters of an odd cell that are shown. */
const SHOWN = 60;

/** A tick, a word for having come, or the moment at which somebody was let in. */
function cameIn(cell: string): 'came' | 'not' | 'odd' {
  if (isBlankCell(cell)) return 'not';
  const word = plain(cell);
  if (CAME.has(word) || tickIn(cell) === true || momentWritten(cell, 'day-first')) return 'came';
  return NOT.has(word) || tickIn(cell) === false ? 'not' : 'odd';
}

/** When something was; a moment that is still to come is none at which somebody came. */
function dayOf(cell: string, order: Parameters<typeof momentWritten>[1]): Date | null {
  const moment = EPOCH.test(cell) ? new Date(Number(cell) * 1000) : momentWritten(cell, order);
  return moment && moment.getTime() <= Date.now() ? moment : null;
}

/** Seconds since 1970, as machines write a moment of the years from 1973 to 2286. */
const EPOCH = /^\d{9,10}$/;

const CAME = wordSet(
  'checked in, attended, came, present, completed, was there, asistió, presente, acudió, vino, حضر, حضرت, حاضر, حاضرة',
);
/** What tools say of who only meant to come, too. */
const NOT = wordSet(
  'not attended, did not attend, no show, noshow, absent, missed, attending, not attending, not checked in, registered, confirmed',
  'cancelled, canceled, declined, deleted, transferred, refunded, unknown, pending, going, not going, maybe, waitlisted, scheduled, invited',
  'no asistió, ausente, no vino, inscrito, inscrita, registrado, registrada, cancelado, cancelada, لم يحضر, لم تحضر, غائب, غائبة, مسجل, مسجلة',
);

function wordSet(...lists: string[]): Set<string> {
  return new Set(lists.flatMap((list) => list.split(',')).map(plain));
}
