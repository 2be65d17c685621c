import { may, type Carrier } from '../../groups/responsibilities.ts';
import { unlessFrozen, type Policy } from '../../policy.ts';

type Holder = Carrier & { isFrozen: boolean };

/** A group's yes to a campaign is given by those who publish for it, and so is what it says on the campaign's page. */
export const sponsorPolicy = {
  see: (holder) => may(holder, 'publish'),
  withdraw: (holder) => may(holder, 'publish'),
  ...unlessFrozen({
    answer: (holder) => may(holder, 'publish'),
    post: (holder) => may(holder, 'publish'),
  } satisfies Policy<Holder>),
} satisfies Policy<Holder>;
