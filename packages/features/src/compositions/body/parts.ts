/** A word that becomes something of whoever reads the letter. */
export type MergeWord = 'first-name' | 'name' | 'group';

export type InlineLook = { strong?: true; em?: true; strike?: true; url?: string };

/** The words of a body as they were typed: which are merge words, and where links lead, on this site from "/" on. */
export type BodyInline =
  | ({ is: 'text'; text: string } & InlineLook)
  | ({ is: 'merge'; word: MergeWord; fallback: string | null } & InlineLook)
  | { is: 'break' };

/** What may also stand in a quote or in an entry of a list. */
export type BodyFlow =
  | { is: 'paragraph' | 'heading'; inlines: BodyInline[] }
  | { is: 'quote'; flows: BodyFlow[] }
  | { is: 'list'; start?: number; entries: BodyFlow[][] }
  | { is: 'rule' };

/** A part of what an organizer typed: a block of a letter, whose merge words and references nobody has looked up yet. */
export type BodyPart =
  | BodyFlow
  | { is: 'button'; label: string; url: string }
  | { is: 'picture'; key: string; alt: string; url?: string }
  | { is: 'event'; slug: string }
  | { is: 'petition'; slug: string };

/** Stands for the slug of the event that is nearest to each reader; none has this sign. A ladder's letter may name it. */
export const NEAREST = '*';

/** A merge word as it was asked for; `place` is where a letter to many has it. */
export type MergeUse = { word: MergeWord; fallback: string | null; place: string };

/** What was not understood, with the word as it was typed, so that a page can name it. It stands in the text as typed. */
export type BodyWrong = {
  code:
    | 'merge-unknown'
    | 'merge-open'
    | 'block-unknown'
    | 'block-incomplete'
    | 'block-inside'
    | 'button-address'
    | 'link-address'
    | 'link-unused'
    | 'picture-foreign';
  word: string;
};
