import type { VariantName } from '@groundwork/features/compositions/contract';
import type { Language } from '@groundwork/words/languages';

/** A, B, C or D. */
export function nameOf(variant: VariantName): string {
  return variant.toUpperCase();
}

export function isVariant(asked: unknown): asked is VariantName {
  return asked === 'a' || asked === 'b' || asked === 'c' || asked === 'd';
}

/** Where one of the texts of a mailing is seen, on its own page. */
export function whichAddress({ variant, language }: { variant: VariantName; language: Language }): string {
  return variant === 'a' ? `?language=${language}` : `?language=${language}&variant=${variant}`;
}
