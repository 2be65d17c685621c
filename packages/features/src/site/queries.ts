import { prepared, type Queryable } from '@groundwork/database';
import { languages, type Language } from '@groundwork/words';
import { eq, sql } from 'drizzle-orm';
import { NotFound } from '../errors.ts';
import { freshHtml } from './prose.ts';
import { sites } from './tables.ts';

export type Site = {
  name: string;
  languages: Language[];
  opening: 'anyone' | 'invited' | 'nobody';
  startingGroups: 'stewards' | 'members' | 'anyone';
  contact: string | null;
  securityContact: string | null;
  hasRules: boolean;
  isSetUp: boolean;
};

/** This installation: what it is called and who may open accounts. Public, and the same for every viewer. */
export async function findSite({ db }: { db: Queryable }): Promise<Site> {
  const [site] = await find(db, {});
  if (!site) return NOT_SET_UP;
  return { ...site, isSetUp: true };
}

/** Asked by whoever writes to a stranger. */
const find = prepared((db) =>
  db
    .select({
      name: sites.name,
      languages: sites.languages,
      opening: sites.opening,
      startingGroups: sites.startingGroups,
      contact: sites.contact,
      securityContact: sites.securityContact,
      hasRules: sql<boolean>`${sites.rules} <> ''`,
    })
    .from(sites),
);

const NOT_SET_UP: Site = {
  name: 'Groundwork',
  languages: [...languages],
  opening: 'nobody',
  startingGroups: 'stewards',
  contact: null,
  securityContact: null,
  hasRules: false,
  isSetUp: false,
};

/** What everyone here keeps to, as HTML. Throws NotFound where there are no rules. */
export async function findRules({ db }: { db: Queryable }): Promise<{ html: string }> {
  const [site] = await db
    .select({ rules: sites.rules, html: sites.rulesHtml, of: sites.rulesHtmlOf })
    .from(sites);
  if (!site?.rules) throw new NotFound('rules');
  const { rules, ...stored } = site;
  const html = await freshHtml(rules, stored, (prose) =>
    db.update(sites).set({ rulesHtml: prose.html, rulesHtmlOf: prose.of }).where(eq(sites.rules, rules)),
  );
  return { html };
}
