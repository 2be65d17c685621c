import type { CompositionView } from '@groundwork/features/compositions/contract';
import type { Language } from '@groundwork/words/languages';

export type Variant = CompositionView['variants'][number];

/** A, B, C or D. */
export function nameOf(variant: Variant): string {
  return variant.toUpperCase();
}

export function isVariant(asked: unknown): asked is Variant {
  return asked === 'a' || asked === 'b' || asked === 'c' || asked === 'd';
}

/** Where one of the texts of a mailing is seen, on its own page. */
export function whichAddress({ variant, language }: { variant: Variant; language: Language }): string {
  return variant === 'a' ? `?language=${language}` : `?language=${language}&variant=${variant}`;
}
