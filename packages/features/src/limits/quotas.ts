import type { Limit } from './limits.ts';

const DAY = 1440;

/** So many a day: all at once, or one after another as they come free again. */
const aDay = (count: number) => [{ count, minutes: DAY }];

type Rate = Pick<Limit, 'count' | 'minutes'>;
/** What one account may make, and what may be made in one group, whoever makes it. */
type Quota = { account: Rate[]; group?: Rate[]; why: string };

/**
 * How much of each thing may be made. The numbers are several times what a busy day of a large group needs, and far
 * below what fills a disk, a list or a mailbox; a steward of the site can allow an account or a group more.
 */
export const quotas = {
  groups: { account: aDay(10), why: 'A coalition that moves in starts its groups within a week.' },
  campaigns: {
    account: aDay(20),
    group: aDay(40),
    why: 'Each is a page, a short link and a place in public lists.',
  },
  updates: {
    account: aDay(10),
    group: aDay(20),
    why: 'Each stands on a public page and in its group’s news.',
  },
  events: { account: aDay(60), group: aDay(120), why: 'A season is entered in an evening, one by one.' },
  channels: { account: aDay(20), group: aDay(40), why: 'Each stands in the list of every member.' },
  announcements: {
    account: aDay(6),
    group: aDay(8),
    why: 'Each is for every member of the group, and a mail to many of them.',
  },
  'direct-messages': {
    account: aDay(60),
    why: 'A new organizer writes to each of a chapter; a stalker to more.',
  },
  messages: { account: aDay(5000), why: 'A lively day is hundreds; how fast is held at the door.' },
  links: {
    account: aDay(100),
    group: aDay(200),
    why: 'One for each flyer, speaker and channel of a large day.',
  },
  invitations: { account: aDay(50), group: aDay(100), why: 'Each lets many in; few are needed at a time.' },
  'mailed-invitations': {
    account: aDay(300),
    group: aDay(600),
    why: 'A chapter that moves in brings its list of members; each is a mail to one who did not ask.',
  },
  'site-invitations': { account: aDay(200), why: 'Each is a mail to somebody who is not here yet.' },
  'join-requests': { account: aDay(40), why: 'Each waits for the organizers of a group.' },
  sponsors: {
    account: aDay(60),
    group: aDay(60),
    why: 'Each asks something of the stewards of another group.',
  },
  frames: {
    account: aDay(20),
    group: aDay(30),
    why: 'A campaign has a handful of tellings; a group writes a few, and thinks better of some.',
  },
  'coalition-asks': {
    account: aDay(60),
    group: aDay(100),
    why: 'Each asks something of the stewards of another group; a coalition of hundreds invites them in a few days.',
  },
  compacts: {
    account: aDay(20),
    group: aDay(20),
    why: 'Each proposal is a mail to the stewards of another group, and terms go back and forth a few times.',
  },
  'compact-uses': {
    account: aDay(20),
    group: aDay(30),
    why: 'Each is a mail to the stewards of another group, or a row of the ledger that was refused.',
  },
  listings: {
    account: aDay(30),
    group: aDay(40),
    why: 'Each stands in a list that everybody reads; before a large day a group needs a dozen things.',
  },
  'listing-answers': {
    account: aDay(60),
    group: aDay(100),
    why: 'Each is a mail to those who publish for another group.',
  },
  allies: {
    account: aDay(20),
    group: aDay(20),
    why: 'Each is a page under the name of others; a coalition knows a few dozen beside it.',
  },
  'ally-claims': {
    account: aDay(10),
    why: 'Each waits for the stewards of a coalition; few are of several groups.',
  },
  targets: {
    account: aDay(60),
    group: aDay(100),
    why: 'A council and its committees are entered in an evening.',
  },
  'target-asks': {
    account: aDay(100),
    group: aDay(200),
    why: 'A day of visits is written down at once; what was asked in years past is brought along.',
  },
  'target-notes': { account: aDay(200), group: aDay(400), why: 'One or two after each talk.' },
  proofs: {
    account: aDay(30),
    why: 'Each is a list of all who signed, to write and to keep; one campaign has six a day.',
  },
  moves: {
    account: aDay(40),
    group: aDay(40),
    why: 'A group leaves a handful of places; each has a short link of its own.',
  },
  segments: {
    account: aDay(100),
    group: aDay(200),
    why: 'One for each question that is asked again; a group keeps 200.',
  },
  'people-views': {
    account: aDay(100),
    group: aDay(200),
    why: 'One for each way to work through people, and one for each member it is shared with.',
  },
  'person-fields': {
    account: aDay(60),
    group: aDay(60),
    why: 'A group keeps 30, and thinks better of some.',
  },
  compositions: {
    account: aDay(60),
    group: aDay(120),
    why: 'Drafts, copies and templates of a busy week; few of them are sent.',
  },
  ladders: {
    account: aDay(30),
    group: aDay(60),
    why: 'Drafts and copies; a group keeps 50 that are not over.',
  },
  mailings: { account: aDay(20), group: aDay(30), why: 'Each may go to everyone who agreed to hear.' },
  answers: {
    account: aDay(300),
    group: aDay(600),
    why: 'A large mailing is answered by hundreds, and each is a letter to one person who wrote.',
  },
  'mailing-trials': {
    account: aDay(100),
    group: aDay(200),
    why: 'A letter is tried by a few colleagues, several times, in each of its languages.',
  },
  'link-trials': {
    account: aDay(60),
    group: aDay(120),
    why: 'Each asks up to twenty other sites for a page; a text is tried a few times until its links are right.',
  },
  lists: { account: aDay(100), group: aDay(200), why: 'One for each round of calls; a group keeps 200.' },
  'people-deeds': {
    account: aDay(200),
    group: aDay(400),
    why: 'Each may change everyone whom a group holds; tagging a few at a time takes many.',
  },
  imports: { account: aDay(30), group: aDay(30), why: 'A list is corrected and brought again a few times.' },
  'imported-megabytes': {
    account: aDay(150),
    group: aDay(150),
    why: 'The largest list there may be is 32; reading and keeping them costs time and disk.',
  },
  'contact-points': {
    account: aDay(1000),
    group: aDay(3000),
    why: 'Numbers and addresses are corrected one by one, in an evening of calls.',
  },
  merges: {
    account: aDay(1000),
    group: aDay(2000),
    why: 'Two old lists that were put together are gone through pair by pair.',
  },
  'duplicate-looks': { account: aDay(50), group: aDay(50), why: 'Each reads everyone whom the group holds.' },
  'people-by-hand': {
    account: aDay(1000),
    group: aDay(3000),
    why: 'A table in a square fills twenty sheets, and each line of them is typed.',
  },
  notes: { account: aDay(500), group: aDay(1500), why: 'One after each call and door of a long day.' },
  sheets: {
    account: aDay(100),
    group: aDay(200),
    why: 'Each is a sheet of paper with a heading of its own.',
  },
  exports: {
    account: aDay(20),
    group: aDay(40),
    why: 'A million people are a minute of work for the database.',
  },
  domains: {
    account: aDay(20),
    group: aDay(20),
    why: 'A group has one, and mistypes it a few times; each has a key that takes a while to make.',
  },
  'domain-looks': {
    account: aDay(100),
    group: aDay(100),
    why: 'Somebody waits for the DNS and presses again; each asks a name server.',
  },
  pictures: { account: aDay(150), why: 'Each is drawn anew, and kept for a week even if no page shows it.' },
  devices: {
    account: aDay(40),
    why: 'Somebody has a phone and a computer, and says yes and no to them a few times.',
  },
  rings: { account: aDay(60), why: 'Whether a phone rings is tried a few times; each asks its carrier.' },
  reports: { account: aDay(60), why: 'Whoever moderates reads each; somebody hunted has a day of them.' },
  'walk-ins': { account: aDay(1000), group: aDay(3000), why: 'A door lets in a rally, a name at a time.' },
} as const satisfies Record<string, Quota>;

export type QuotaName = keyof typeof quotas;

/** The limits behind a quota, of one account or of one group. */
export function limitsOf(name: QuotaName, per: 'account' | 'group'): Limit[] {
  const quota: Quota = quotas[name];
  return (quota[per] ?? []).map(({ count, minutes }, place) => ({
    name: `quota.${name}.${per}.${place}`,
    count,
    minutes,
  }));
}
