/** Every time zone there is, with the visitor's own first guess kept even when this machine does not list it. */
export function zoneOptions(chosen: string): { value: string; label: string }[] {
  const zones = new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), chosen]);
  return [...zones].filter(Boolean).map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
}
