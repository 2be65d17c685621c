import { may, type Carrier } from '../../groups/responsibilities.ts';
import { unlessFrozen, type Policy } from '../../policy.ts';

type Holder = Carrier & { isFrozen: boolean };

/** Whoever writes to the people keeps views of them, and decides who else is shown some of them: docs/decisions/0044. */
export const viewPolicy = {
  see: (holder) => may(holder, 'see_people'),
  /** Also in a frozen group: it takes nothing but sight. */
  endShare: (holder) => may(holder, 'see_people') && may(holder, 'contact_people'),
  ...unlessFrozen({
    save: (holder) => may(holder, 'see_people') && may(holder, 'contact_people'),
    share: (holder) => may(holder, 'see_people') && may(holder, 'contact_people'),
  } satisfies Policy<Holder>),
} satisfies Policy<Holder>;
