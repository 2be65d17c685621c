import type { Language } from '@groundwork/words/languages';

/** Whoever is signed in and asking, as `GET /api/v1/session` tells. */
export type Viewer = {
  id: string;
  name: string;
  language: Language;
  timeZone: string;
  isSiteSteward: boolean;
  /** Proven, or there would be no account. */
  email: string;
};

/** What anyone may know about this site, as `GET /api/v1/site` tells. */
export type Site = {
  name: string;
  languages: Language[];
  opening: 'anyone' | 'invited' | 'nobody';
  startingGroups: 'stewards' | 'members' | 'anyone';
  /** Whom people turn to: an address, or words of one line. */
  contact: string | null;
  /** Whom to tell of a hole: a URI. */
  securityContact: string | null;
  hasRules: boolean;
  isSetUp: boolean;
};
