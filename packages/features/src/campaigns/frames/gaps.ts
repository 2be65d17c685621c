import { catalogs, type Key } from '@groundwork/words';
import { Invalid } from '../../errors.ts';

/** What a frame can begin with: the issues of digital rights that groups without a lawyer meet first. */
const FRAME_TEMPLATES = ['access', 'surveillance', 'shutoffs'] as const;
const PARTS = ['title', 'ask', 'story'] as const;

/** What stands in brackets in a template, in any language: somebody was to say it in their own words. */
const GAPS = new Set(
  Object.values(catalogs).flatMap((catalog) =>
    FRAME_TEMPLATES.flatMap((template) =>
      PARTS.flatMap((part) => {
        const key: Key = `campaigns.frames.template.${template}.${part}`;
        return catalog[key].match(/\[[^[\]]+\]/g) ?? [];
      }),
    ),
  ),
);

/** Refuses (422, each field) words in which a gap of a template is still open. Other brackets, as of a link, are nobody's gap. */
export function refuseGaps(words: Record<(typeof PARTS)[number], string>): void {
  const fields = PARTS.flatMap((name) => {
    const gap = [...GAPS].find((one) => words[name].includes(one));
    return gap ? [{ name, code: 'campaigns.frame-gap', params: { gap } }] : [];
  });
  if (fields.length > 0) throw new Invalid(fields);
}
