import type { CompositionResults } from '@groundwork/features/compositions/results/contract';
import type { ExperimentRow } from '@groundwork/features/compositions/experiments/contract';
import type { Words } from '#lib/words/words.ts';
import { nameOf } from './variants.ts';

/** What people did, in the order in which it is shown. */
export const SHOWN = ['came', 'coming', 'signed', 'joined', 'answered', 'left'] as const;
type Shown = (typeof SHOWN)[number];
export type DeedSum = CompositionResults['got'];
type Brought = CompositionResults['brought'][number] & { count: number };
type Compared = ExperimentRow['compared'][number];

/** Of a hundred of them, with one decimal where they are few. */
export function shareOf({ count, deeds }: DeedSum, deed: Shown): number {
  return count === 0 ? 0 : ofHundred(deeds[deed] / count);
}

/** What a letter itself brought, in so many people: what is between its bounds, or that nothing shows. */
export function broughtInWords({ t }: Pick<Words, 't'>, { deed, difference, count }: Brought): string {
  const named = t(`mailings.did.${deed}`);
  const people = (share: number) => Math.round(Math.abs(share) * count);
  const { seen, least, most } = difference;
  if (least > 0)
    return t('mailings.results.brought', {
      ...{ deed: named, count: people(seen), least: people(least), most: people(most) },
    });
  if (most < 0)
    return t('mailings.results.drove', {
      ...{ deed: named, count: people(seen), least: people(most), most: people(least) },
    });
  return t('mailings.results.unclear', { deed: named, least: people(least), most: people(most) });
}

/** How a letter did beside the first one. */
export function comparedInWords({ t }: Pick<Words, 't'>, { variant, verdict, difference }: Compared): string {
  const name = nameOf(variant);
  const [least, most] = [ofHundred(Math.abs(difference.least)), ofHundred(Math.abs(difference.most))];
  if (verdict === 'fewer') return t('experiments.fewer', { name, least: most, most: least });
  return t(`experiments.${verdict}`, { name, least, most });
}

function ofHundred(share: number): number {
  const hundred = share * 100;
  return hundred >= 10 ? Math.round(hundred) : Math.round(hundred * 10) / 10;
}
