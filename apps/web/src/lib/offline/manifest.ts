import type { SiteIcon } from '@groundwork/features/site/contract';
import type { Language } from '@groundwork/words/languages';
import { pathOf } from '#lib/api/paths.ts';

type Told = { name: string; language: Language; direction: 'ltr' | 'rtl' };

/** What a phone asks about a site that is put among its programs (W3C, Web Application Manifest). */
export function manifestOf({ name, language, direction }: Told) {
  return {
    ...{ id: '/', name, short_name: shortened(name), lang: language, dir: direction },
    ...{ start_url: '/home', scope: '/', display: 'standalone' },
    // The paper and the accent of the pages' tokens.
    ...{ background_color: '#fbf7ee', theme_color: '#b3301a' },
    icons: [iconOf('192'), iconOf('512'), iconOf('mask')],
  };
}

/** As many whole words as stand below an icon. */
function shortened(name: string) {
  const [first = '', ...rest] = name.split(' ');
  let short = first;
  for (const word of rest) {
    if (`${short} ${word}`.length > 12) break;
    short = `${short} ${word}`;
  }
  return short;
}

function iconOf(icon: SiteIcon) {
  const size = icon === 'mask' ? '512' : icon;
  return {
    src: pathOf('GET /site/icons/:icon.png', { icon }),
    ...{ sizes: `${size}x${size}`, type: 'image/png', purpose: icon === 'mask' ? 'maskable' : 'any' },
  };
}
