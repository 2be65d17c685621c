const DAY_MS = 86_400_000;

/** The last days that a listing may have, as YYYY-MM-DD: today, in two months, in a year, which the zone of a group may end a day earlier. */
export function listingDays(now: Date): { least: string; usual: string; most: string } {
  const ahead = (days: number) => new Date(now.getTime() + days * DAY_MS).toISOString().slice(0, 10);
  return { least: ahead(0), usual: ahead(60), most: ahead(365) };
}
