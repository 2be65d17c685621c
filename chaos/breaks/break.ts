import type { Site, RunningSite } from '../site.ts';
import type { Stage } from '../stage.ts';

/** One thing that goes wrong, on a site of this kind. */
export type Break<On extends RunningSite = Site> = {
  /** As `--only` takes it. */
  name: string;
  /** As the table says it. */
  what: string;
  /** What must be there for it; without, it is left out. */
  needs?: 'redis' | 'disks';
  /** Part of `--quick`. */
  isQuick?: boolean;
  /** Breaks it and mends it again, under load; resolves when it is mended. */
  run(site: On, stage: Stage): Promise<void>;
};

/** How long most things stay broken. */
export const HOLD_MS = 4_000;
