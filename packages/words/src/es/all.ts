import { errors } from './errors.ts';
import { site } from './site.ts';

export const spanish = {
  ...site,
  ...errors,
} as const;
