import type { Subject } from '../subject.ts';
import { postcodeFiles, postcodes } from './postcodes/tables.ts';
import { sites } from './tables.ts';

export const siteSubjects: Subject[] = [
  { kind: 'site', tables: [sites, postcodes, postcodeFiles], texts: [sites.rules] },
];
