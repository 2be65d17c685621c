import { kept, type Queryable } from '@groundwork/database';
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
  const [site] = await find(db, {});
  if (!site) return NOT_SET_UP;
  return { ...site, isSetUp: true };
}

/** Kept planned: whoever writes to a stranger asks it first. */
const find = kept('site.find', (db) =>
  db
    .select({
      name: sites.name,
      languages: sites.languages,
      opening: sites.opening,
      startingGroups: sites.startingGroups,
    })
    .from(sites),
);

const NOT_SET_UP: Site = {
  name: 'Groundwork',
  languages: [...languages],
  opening: 'nobody',
  startingGroups: 'stewards',
  isSetUp: false,
};
