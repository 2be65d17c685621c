/** The last days that somebody's term may have, as YYYY-MM-DD: tomorrow, in a year, in three. */
export function termDays(now: Date): { least: string; usual: string; most: string } {
  const inYears = (years: number) => {
    const day = new Date(now);
    day.setUTCFullYear(day.getUTCFullYear() + years);
    return dayOfDate(day);
  };
  return { least: dayOfDate(new Date(now.getTime() + DAY_MS)), usual: inYears(1), most: inYears(3) };
}

const DAY_MS = 86_400_000;

function dayOfDate(day: Date) {
  return day.toISOString().slice(0, 10);
}
