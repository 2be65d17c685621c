import { stewardship } from './stewardship.ts';
import { people } from './people.ts';
import { outbox } from './outbox.ts';
import { errors } from './errors.ts';
import { site } from './site.ts';

export const arabic = {
  ...site,
  ...errors,
  ...outbox,
  ...people,
  ...stewardship,
} as const;
