/** What stands in a frame's address where the slug of its campaign alone stands in that of the campaign. */
export function partOf({ slug, frame }: { slug: string; frame: string }): string {
  return `${slug}/frames/${frame}`;
}

/** Where those who publish for the group that tells a frame see it with all others. */
export function framesPage(campaign: string, teller: { slug: string; isHome: boolean }): string {
  return teller.isHome
    ? `/campaigns/${campaign}/manage#frames`
    : `/groups/${teller.slug}/campaigns/${campaign}#frames`;
}

/** What a frame can begin with. */
export const TEMPLATES = ['access', 'surveillance', 'shutoffs'] as const;
