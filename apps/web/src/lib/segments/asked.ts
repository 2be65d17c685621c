/** What the people page is asked for, as its address holds it. */
export type AskedPeople = {
  lines: string;
  /** The saved segment that was opened. */
  segment: string;
  /** The view whose columns are shown. */
  view: string;
  /** The mailing that the lines are put together for. */
  mailing: string;
  search: string;
  order: PeopleOrderName;
  limit: PageSize;
};

export const PEOPLE_ORDERS = [
  ...(['newest', 'oldest', 'seen-last', 'seen-first', 'name', 'name-back'] as const),
  ...(['came-most', 'came-least', 'closest', 'furthest', 'email', 'email-back'] as const),
  ...(['city', 'city-back', 'contact', 'contact-back', 'tags', 'tags-back'] as const),
];
export type PeopleOrderName = (typeof PEOPLE_ORDERS)[number];
export const PAGE_SIZES = [20, 50, 200] as const;
export type PageSize = (typeof PAGE_SIZES)[number];

/** What a page without any of it shows. */
const USUAL = {
  lines: '',
  segment: '',
  view: '',
  mailing: '',
  search: '',
  order: 'newest',
  limit: 50,
} as const;

export function askedIn(params: URLSearchParams): AskedPeople {
  const order = PEOPLE_ORDERS.find((name) => name === params.get('order'));
  const limit = PAGE_SIZES.find((size) => String(size) === params.get('limit'));
  return {
    lines: params.get('lines') ?? '',
    segment: params.get('segment') ?? '',
    view: params.get('view') ?? '',
    mailing: params.get('mailing') ?? '',
    search: params.get('search')?.trim() ?? '',
    order: order ?? USUAL.order,
    limit: limit ?? USUAL.limit,
  };
}

/** The same page, asked for this: `?lines=...`. What is as usual is left out. */
export function addressAsking(
  asked: Partial<AskedPeople>,
  place: Partial<Record<'after' | 'before' | 'from', string>> = {},
): string {
  const said = Object.entries(asked).filter(
    ([name, value]) => value !== USUAL[name as keyof AskedPeople] && value !== '',
  );
  const params = [...said, ...Object.entries(place)].map(([name, value]) => [name, String(value)]);
  return `?${new URLSearchParams(params).toString()}`;
}

/** A line that only those with this tag stay. */
export function lineOfTag(tag: string): string {
  return `only:tagged:tag=${encodeURIComponent(tag)}`;
}

/** Everyone on this list. */
export function lineOfList(id: string): string {
  return `add:listed:list=${id}`;
}
