import { errors } from './errors.ts';
import { site } from './site.ts';

export const english = {
  ...site,
  ...errors,
} as const;
