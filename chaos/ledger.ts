/** An event with few places, and who was told what about it. */
export type Gathering = {
  id: string;
  slug: string;
  capacity: number;
  answered: Set<string>;
  confirmed: Set<string>;
  cancelled: Set<string>;
};

/** What people were told was done, since the beginning of a run. Each must be found again. */
export type Ledger = {
  signed: Set<string>;
  confirmed: Set<string>;
  gatherings: Gathering[];
  messages: Set<string>;
  pictures: Set<string>;
  pages: number;
  /** Clear refusals (5xx, 429) that were tried again. */
  refused: number;
  /** Times when nobody answered. */
  unanswered: number;
  /** Refusals that were not the sentence they should be, and pages that forgot what was typed. */
  faults: string[];
};

export function openLedger(): Ledger {
  return {
    signed: new Set(),
    confirmed: new Set(),
    gatherings: [],
    messages: new Set(),
    pictures: new Set(),
    pages: 0,
    refused: 0,
    unanswered: 0,
    faults: [],
  };
}

/** How many deeds were accepted. */
export function acceptedIn({ signed, confirmed, gatherings, messages, pictures }: Ledger): number {
  const rsvps = gatherings.reduce(
    (sum, { answered, confirmed, cancelled }) => sum + answered.size + confirmed.size + cancelled.size,
    0,
  );
  return signed.size + confirmed.size + rsvps + messages.size + pictures.size;
}
