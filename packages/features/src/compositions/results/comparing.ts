import type { ExperimentView } from '../contract.ts';
import type { Variant } from '../learning.ts';
import { differenceOf, errorOfEach, plannedVariance, type Difference, type Share } from './differences.ts';
import { sumBy, type Tally } from './tallies.ts';

export type VariantShare = Share & { variant: Variant };
/** By how much more a variant's people did it than the first one's. `unclear`: it may be more or fewer. */
export type VariantComparison = {
  variant: Variant;
  difference: Difference;
  verdict: 'more' | 'fewer' | 'unclear';
};
type Asked = Pick<ExperimentView, 'deed' | 'usualOf1000'>;

/** How many of each variant's people did what decides, variant by variant. */
export function sharesOf({ deed }: Pick<Asked, 'deed'>, tallies: Tally[]): VariantShare[] {
  return sumBy(tallies, ({ variant }) => variant)
    .flatMap(({ key: variant, count: of, deeds }) =>
      variant === null ? [] : [{ variant, of, did: deeds[deed] }],
    )
    .sort((one, other) => (one.variant < other.variant ? -1 : 1));
}

/** Each other variant beside the first. It may be looked at as often as one likes before the end. */
export function compareVariants({ usualOf1000, ...asked }: Asked, tallies: Tally[]): VariantComparison[] {
  const [first, ...others] = sharesOf(asked, tallies);
  if (first?.variant !== 'a') return [];
  const error = errorOfEach(others.length + 1);
  return others.map(({ variant, ...share }) => {
    const planned = plannedVariance(usualOf1000 / 1000, [first.of, share.of]);
    const difference = differenceOf(first, share, { error, planned });
    return { variant, difference, verdict: verdictOf(difference) };
  });
}

function verdictOf({ least, most }: Difference): VariantComparison['verdict'] {
  if (least > 0) return 'more';
  return most < 0 ? 'fewer' : 'unclear';
}
