import type { Policy } from '../policy.ts';
import type { SeenReport } from './queries.ts';

const isOpen = ({ decision }: Situation) => decision === null;
/** Campaigns, events and groups hold what other people did: they are hidden, and never erased by a decision. */
const isErasable = ({ kind }: Situation) => kind === 'message' || kind === 'comment';

type Situation = Pick<SeenReport, 'kind' | 'decision' | 'isSiteSteward'>;

/** What may be done about a report by those it reached. */
export const reportPolicy = {
  hide: isOpen,
  remove: (report) => isOpen(report) && isErasable(report),
  dismiss: isOpen,
  /** Takes a decision back; what was erased cannot come back, and a group does not undo what the site decided. */
  reopen: ({ decision, isSiteSteward }) =>
    (decision?.deed === 'hide' || decision?.deed === 'dismiss') && (!decision.isBySite || isSiteSteward),
} satisfies Policy<Situation>;
