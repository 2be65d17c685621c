import { say, type Language } from '@groundwork/words';
import type { House } from '../context.ts';
import { openSealedId, sealedId } from '../site/tokens.ts';

/** How an account ends mail of one kind without signing in, in the words of a mail. It never expires. */
export function hushing(
  { settings }: Pick<House, 'settings'>,
  { accountId, kind, language }: { accountId: string; kind: string; language: Language },
) {
  const seal = sealedId(settings.secret, purposeOf(kind), accountId);
  return {
    label: say(language, 'notices.hush.link'),
    url: `${settings.publicUrl}/quieter/${kind}/${seal}`,
    oneClickUrl: `${settings.publicUrl}/api/v1/hushings/${kind}/${seal}`,
  };
}

/** Whose mail of this kind the link ends; null: it is not ours, or is for another kind. */
export function openHushing({ settings }: Pick<House, 'settings'>, kind: string, sealed: string) {
  return openSealedId(settings.secret, purposeOf(kind), sealed);
}

function purposeOf(kind: string) {
  return `hush:${kind}`;
}
