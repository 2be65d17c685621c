import type { Language } from '@groundwork/words/languages';
import type { Site, Viewer } from '#lib/viewer/viewer.ts';
import type { WatchedRequest } from '#lib/watching/watching.ts';
import type { Words } from '#lib/words/words.ts';

declare global {
  namespace App {
    interface Locals {
      viewer: Viewer | null;
      site: Site;
      language: Language;
      words: Words;
      /** Set-Cookie headers of the api, on their way to the browser. */
      apiCookies: string[];
    }
    interface Platform {
      req: WatchedRequest;
    }
  }
}

export {};
