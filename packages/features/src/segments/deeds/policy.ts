import { may, type Carrier } from '../../groups/responsibilities.ts';
import { fieldPolicy } from '../../people/fields/policy.ts';
import { peoplePolicy } from '../../people/policy.ts';
import { unlessFrozen, type Policy } from '../../policy.ts';

type Holder = Carrier & { isFrozen: boolean };

/** What may be done to many people at once, by kind: as to one of them. */
export const deedPolicy = {
  see: (holder) => may(holder, 'contact_people') || may(holder, 'export_people'),
  export: peoplePolicy.takeOut,
  ...unlessFrozen({
    tag: (holder) => may(holder, 'contact_people'),
    untag: (holder) => may(holder, 'contact_people'),
    list: (holder) => may(holder, 'contact_people'),
    unlist: (holder) => may(holder, 'contact_people'),
    fill: fieldPolicy.fill,
    assess: peoplePolicy.correct,
    hand: peoplePolicy.correct,
  } satisfies Policy<Holder>),
} satisfies Policy<Holder>;
