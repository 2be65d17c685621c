import type { Language } from '@groundwork/words/languages';
import type { PageSite, PageViewer } from '#lib/viewer/viewer.ts';
import type { WatchedRequest } from '#lib/watching/watching.ts';
import type { Words } from '#lib/words/words.ts';

declare global {
  namespace App {
    interface Locals {
      viewer: PageViewer | null;
      site: PageSite;
      language: Language;
      words: Words;
      /** Set-Cookie headers of the api, on their way to the browser. */
      apiCookies: string[];
      /** The form that was sent here, once it was read. */
      sent?: FormData;
      /** A form is being answered: what is refused, a question too, goes back to it and not to the error page. */
      isActing?: boolean;
      /** What the api could not do at this moment, with the seconds after which to ask again. */
      notNow?: { retryAfter: string | null };
    }
    interface Platform {
      req: WatchedRequest;
    }
  }
}

export {};
