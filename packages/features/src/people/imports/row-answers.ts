import { limitsIn, limitsTogether } from '../preferences/cells.ts';
import type { MailPreference } from '../preferences/preferring.ts';
import { isBlankCell } from './cells.ts';
import { agreementIn, denialIn, type CellAnswer } from './answers.ts';
import type { Column, Field } from './contract.ts';
import { isTwofold, momentWritten, type DateOrders } from './dates.ts';
import { isFirm, type IncomingPerson, type OtherNo, type Remark, type Why } from './incoming.ts';

type Reading = { columns: Column[]; headers: string[]; dateOrders: DateOrders };
type Answers = Pick<
  IncomingPerson,
  'says' | 'words' | 'preference' | 'agreedAt' | 'otherNoes' | 'textWords' | 'told'
>;

/** What one row after another says of consent. `settled` are columns that are heard elsewhere. */
export function answerReader({ columns, headers, dateOrders }: Reading) {
  const placesOf = (field: Field) => [...columns.keys()].filter((column) => columns[column] === field);
  const telling = CONSENT.flatMap((field) => placesOf(field).map((column) => ({ field, column })));
  const agreeing = placesOf('agreedAt');
  return (cell: (column: number) => string, settled: ReadonlySet<number>, remarks: Remark[]): Answers => {
    const momentAt = (column: number) => momentWritten(cell(column), dateOrders.get(column));
    const wordsAt = (column: number) => wordsOf(headers[column] ?? '', cell(column));
    const heard = settled.size > 0 ? telling.filter(({ column }) => !settled.has(column)) : telling;
    const said = answersOf(heard, { cell, momentAt, wordsAt }, remarks);
    const agreed = agreeing.filter((column) => cell(column) !== '');
    const moments = agreed.map(momentAt);
    const unread = agreed[moments.indexOf(null)];
    if (unread !== undefined) remarks.push({ field: 'agreedAt', code: unreadCode(cell(unread)) });
    const agreedAt = latest(moments);
    if (said.says !== null || agreedAt === null) return { ...said, agreedAt };
    return { ...said, says: 'yes', words: wordsAt(agreed[moments.indexOf(agreedAt)] ?? -1), agreedAt };
  };
}

/** Columns that say something about consent, and what a no there is a no to. */
const NOES = {
  emailAnswer: [],
  emailLimits: [],
  noEmail: [],
  badEmail: [],
  textAnswer: ['text/updates'],
  noText: ['text/updates'],
  noCall: ['call/updates'],
  noPost: ['post/updates'],
  noSharing: ['any/sharing'],
  badPhone: ['text/updates', 'call/updates'],
  noContact: ['text/updates', 'call/updates', 'post/updates', 'any/sharing'],
} as const satisfies Partial<Record<Field, OtherNo[]>>;
type ConsentField = keyof typeof NOES;
const CONSENT = Object.keys(NOES) as ConsentField[];
const OF_EMAIL = new Set<Field>(['emailAnswer', 'emailLimits', 'noEmail', 'badEmail', 'noContact']);
/** The plainest reason first: a row is counted once. */
const WHYS = ['said', 'do-not-contact', 'bad-address', 'unclear', 'blank'] as const;

type Telling = {
  cell: (column: number) => string;
  momentAt: (column: number) => Date | null;
  wordsAt: (column: number) => string | null;
};

/** What all columns about consent say together: any no is above every yes. */
function answersOf(
  columns: { field: ConsentField; column: number }[],
  { cell, momentAt, wordsAt }: Telling,
  remarks: Remark[],
): Omit<Answers, 'agreedAt'> {
  const told: IncomingPerson['told'] = {};
  const otherNoes = new Set<OtherNo>();
  const says = new Map<'yes' | Why, number>();
  const noedAt: (Date | null)[] = [];
  const limits: MailPreference[] = [];
  let textWords: string | null = null;
  for (const { field, column } of columns) {
    const value = cell(column);
    const answer = answerIn(field, value, limits);
    if (answer === 'unclear')
      remarks.push({ field, code: 'people.unclear', column, value: value.slice(0, 60) });
    const isNo = answer !== 'yes' && answer !== 'blank';
    for (const no of isNo ? NOES[field] : []) {
      otherNoes.add(no);
      told[no] ??= { words: wordsAt(column), at: latest([momentAt(column)]) };
    }
    if (field === 'textAnswer' && answer === 'yes') textWords ??= wordsAt(column);
    if (!OF_EMAIL.has(field)) continue;
    if (isNo) noedAt.push(momentAt(column));
    const said = saidBy(field, answer);
    if (said && !says.has(said)) says.set(said, column);
  }
  const preference = limitsTogether(limits);
  if (preference === null) says.set('said', says.get('said') ?? -1);
  const why = WHYS.find((one) => says.has(one));
  if (why) remarks.push({ field: 'emailAnswer', code: `people.no.${why}` });
  const answer = why ?? (says.has('yes') ? 'yes' : null);
  const words = answer && wordsAt(says.get(answer) ?? -1);
  if (isFirm(answer)) told['email/updates'] = { words, at: latest(noedAt) };
  if (otherNoes.has('text/updates')) textWords = null;
  return {
    ...{ says: answer, words, otherNoes: [...otherNoes], textWords, told },
    preference: preference ?? { pace: null, onlyAbout: null },
  };
}

/** What a cell says of an answer; what it says of how much of it, to `limits`. */
function answerIn(field: ConsentField, value: string, limits: MailPreference[]): CellAnswer {
  if (field !== 'emailLimits') return isAgreement(field) ? agreementIn(value) : denialIn(value);
  if (isBlankCell(value)) return 'blank';
  const said = limitsIn(value);
  if (said) limits.push(said);
  return said ? 'yes' : 'unclear';
}

function unreadCode(cell: string) {
  return isTwofold(cell) ? 'people.twofold-moment' : 'people.unclear-moment';
}

/** What stands in the file of an answer: the heading, and the cell under it. */
function wordsOf(heading: string, cell: string): string | null {
  return [heading, cell.slice(0, LONGEST_WORDS)].filter(Boolean).join(': ') || null;
}
/** Characters of a cell that are kept of an answer. */
const LONGEST_WORDS = 200;

function isAgreement(field: ConsentField) {
  return field === 'emailAnswer' || field === 'textAnswer';
}

/** Nothing in a column of noes says nothing; where a yes would stand, it is none. */
function saidBy(field: ConsentField, answer: CellAnswer): 'yes' | Why | null {
  if (field === 'emailAnswer') return answer === 'no' ? 'said' : answer;
  if (answer === 'yes' || answer === 'blank') return null;
  if (answer === 'unclear') return 'unclear';
  if (field === 'badEmail' || answer === 'bad-address') return 'bad-address';
  return field === 'noContact' ? 'do-not-contact' : 'said';
}

/** The latest of these moments; one that is still to come is none. */
function latest(moments: (Date | null)[]): Date | null {
  const now = Date.now();
  const past = moments.filter((moment) => moment !== null).filter((moment) => moment.getTime() <= now);
  return past.reduce<Date | null>((last, one) => (last && last > one ? last : one), null);
}
