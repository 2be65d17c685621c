import { errors } from './errors.ts';
import { site } from './site.ts';

export const arabic = {
  ...site,
  ...errors,
} as const;
