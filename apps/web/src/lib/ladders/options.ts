type Option = { value: string; label: string };

/** What may be chosen, with what is chosen now, though it may be older than those that are offered. */
export function optionsWith(
  options: Option[],
  chosen: { thing: string | null; about: string | null } | null,
): Option[] {
  const { thing, about } = chosen ?? { thing: null, about: null };
  if (thing === null || about === null || options.some(({ value }) => value === thing)) return options;
  return [...options, { value: thing, label: about }];
}
