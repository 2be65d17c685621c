import type { Words } from '#lib/words/words.ts';

/** A figure of a group that carries something with others: its own exactly, of another one by tens, and of fewer than ten only that. */
export function carrierFigure(
  { t, number }: Pick<Words, 't' | 'number'>,
  { figure, isOwn }: { figure: number | null; isOwn: boolean },
): string {
  if (isOwn) return number(figure ?? 0);
  return figure === null ? t('coalitions.few') : t('campaigns.alongside.about', { count: figure });
}
