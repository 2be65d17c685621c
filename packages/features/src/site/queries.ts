import type { Queryable } from '@groundwork/database';
import { languages, type Language } from '@groundwork/words';
import { sites } from './tables.ts';

export type Site = {
  name: string;
  languages: Language[];
  opening: 'anyone' | 'invited' | 'nobody';
  startingGroups: 'stewards' | 'members' | 'anyone';
  isSetUp: boolean;
};

/** This installation: what it is called and who may open accounts. Public, and the same for every viewer. */
export async function findSite({ db }: { db: Queryable }): Promise<Site> {
  const [site] = await db
    .select({
      name: sites.name,
      languages: sites.languages,
      opening: sites.opening,
      startingGroups: sites.startingGroups,
    })
    .from(sites);
  if (!site) return NOT_SET_UP;
  return { ...site, isSetUp: true };
}

const NOT_SET_UP: Site = {
  name: 'Groundwork',
  languages: [...languages],
  opening: 'nobody',
  startingGroups: 'stewards',
  isSetUp: false,
};
