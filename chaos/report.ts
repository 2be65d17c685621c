import type { Outcome } from './act.ts';

type Column = { title: string; of(outcome: Outcome): string | number };

const columns: Column[] = [
  { title: 'what was broken', of: ({ what }) => what },
  { title: 'accepted', of: ({ accepted }) => accepted },
  { title: 'stored', of: ({ stored }) => stored },
  { title: 'refused or unanswered, then retried', of: ({ refused, unanswered }) => refused + unanswered },
  { title: 'mails promised', of: ({ mailsPromised }) => mailsPromised },
  { title: 'delivered', of: ({ mailsDelivered }) => mailsDelivered },
  { title: 'copies', of: ({ copies }) => copies },
  {
    title: 'live clients caught up',
    of: ({ listeners, listenersCaughtUp }) => `${listenersCaughtUp} of ${listeners}`,
  },
  { title: 'back after s', of: ({ backSeconds }) => backSeconds.toFixed(1) },
  { title: 'all mail out after s', of: ({ settledSeconds }) => settledSeconds.toFixed(1) },
  { title: 'lost', of: ({ lost }) => lost.length },
];

/** The outcomes as a table in Markdown, which reads well in a terminal too. */
export function table(outcomes: Outcome[]): string {
  const rows = [
    columns.map(({ title }) => title),
    ...outcomes.map((outcome) => columns.map(({ of }) => String(of(outcome)))),
  ];
  const widths = columns.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const lines = rows.map((row) => `| ${row.map((cell, at) => pad(cell, widths[at] ?? 0, at)).join(' | ')} |`);
  const rule = `| ${widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

/** One line while it runs, with what was lost or unclear below it. */
export function line(outcome: Outcome): string {
  const { name, accepted, stored, refused, unanswered, mailsPromised, mailsDelivered, copies } = outcome;
  const { listeners, listenersCaughtUp, backSeconds, settledSeconds, lost, faults } = outcome;
  const numbers = [
    `${accepted} accepted`,
    `${stored} stored`,
    `${refused + unanswered} retried`,
    `mails ${mailsDelivered}/${mailsPromised}${copies ? ` +${copies} copies` : ''}`,
    `live ${listenersCaughtUp}/${listeners}`,
    `back ${backSeconds.toFixed(1)} s, settled ${settledSeconds.toFixed(1)} s`,
  ];
  const isWell = lost.length + faults.length === 0;
  const troubles = [...lost.map((what) => `LOST ${what}`), ...faults.map((what) => `fault: ${what}`)];
  return [
    `${isWell ? 'ok    ' : 'FAILED'} ${name.padEnd(24)} ${numbers.join(', ')}`,
    ...troubles.map((what) => `       ${what}`),
  ].join('\n');
}

function pad(cell: string, width: number, at: number): string {
  return at === 0 ? cell.padEnd(width) : cell.padStart(width);
}
