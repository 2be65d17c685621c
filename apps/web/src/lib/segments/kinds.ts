/** What a line of a segment can ask, in the order in which it is offered, and the fields of each. */
export const LINE_FIELDS = {
  signed: ['campaign', 'since', 'days'],
  pledged: ['campaign', 'since', 'days'],
  came: ['event', 'times', 'since', 'days'],
  missed: ['event', 'times', 'since', 'days'],
  coming: ['event'],
  brought: ['link'],
  tagged: ['tag'],
  member: [],
  role: ['role'],
  mailable: [],
  contacted: ['by', 'since', 'days'],
  agreed: ['way', 'purpose'],
  refused: ['way', 'purpose'],
  speaking: ['language'],
  from: ['source'],
  added: ['since', 'days'],
  assessed: ['least', 'most'],
  unassessed: [],
  contact: ['contact'],
  'no-contact': [],
  duplicate: [],
  lacking: ['what'],
  postcode: ['begins'],
  city: ['city'],
  near: ['km', 'postcode'],
  within: ['segment'],
  listed: ['list'],
  searching: ['words'],
} as const satisfies Record<string, readonly string[]>;

export type LineKind = keyof typeof LINE_FIELDS;
export const LINE_KINDS = Object.keys(LINE_FIELDS) as LineKind[];

export function isLineKind(name: string): name is LineKind {
  return Object.hasOwn(LINE_FIELDS, name);
}

/** Campaigns and events that a form offers at once; another one is looked for. */
export const MOST_OFFERED = 100;

/** Whether a line is about one of the group's campaigns or events, of which there may be more than a form offers at once. */
export function isOfMany(kind: LineKind): boolean {
  const names: readonly string[] = LINE_FIELDS[kind];
  return names.includes('campaign') || names.includes('event');
}

const ABOUT_A_THING = ['coming', 'within', 'listed', 'brought', 'near'] as const;

/** Whether a line is about something without which it asks nothing. */
export function needsThing(kind: LineKind): kind is (typeof ABOUT_A_THING)[number] {
  return ABOUT_A_THING.some((one) => one === kind);
}
