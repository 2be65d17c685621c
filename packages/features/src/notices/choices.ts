import type { Level } from './kinds.ts';

/** `now`: by mail at once; `digest`: by mail with others; `app`: on the page alone. */
export type NoticeWay = 'now' | 'digest' | 'app';
export type Loudness = 'quiet' | 'important' | 'all';

export type NoticeChoices = Record<Exclude<Level, 'must'>, NoticeWay> & {
  rhythm: 'hourly' | 'daily' | 'weekly';
  hour: number;
  weekday: number;
  quietFrom: number | null;
  quietUntil: number | null;
  silentUntil: Date | null;
};

/** How everybody is told who chose nothing else. */
export const DEFAULT_CHOICES: NoticeChoices = {
  ...{ mine: 'now', decide: 'now', groups: 'digest' },
  ...{ rhythm: 'daily', hour: 8, weekday: 1 },
  ...{ quietFrom: null, quietUntil: null, silentUntil: null },
};
