import type { Figure } from './figure.ts';
import { duplicates } from './figures/duplicates.ts';
import { imports } from './figures/imports.ts';
import { jobs } from './figures/jobs.ts';
import { ladders } from './figures/ladders.ts';
import { list } from './figures/list.ts';
import { live } from './figures/live.ts';
import { mailings } from './figures/mailings.ts';
import { mails } from './figures/mails.ts';
import { pacing } from './figures/pacing.ts';
import { page } from './figures/page.ts';
import { reading } from './figures/reading.ts';
import { rest } from './figures/rest.ts';
import { signing } from './figures/signing.ts';
import { telling } from './figures/telling.ts';
import { visits } from './figures/visits.ts';

/** All figures, in the order in which they are measured. */
export const figures: Figure[] = [
  ...[page, list, signing, live, mails, rest, reading, imports],
  ...[jobs, duplicates, visits, mailings, pacing, ladders, telling],
];
