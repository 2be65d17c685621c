type Passed = { address: string; title: string; text: string };

/** Where a page can be passed on with nothing but a link. Nobody there hears of anything before it is pressed. */
export function waysToPassOn({ address, title, text }: Passed) {
  const query = (fields: Record<string, string>) =>
    Object.entries(fields)
      .map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`)
      .join('&');
  return [
    { way: 'whatsapp', href: `https://wa.me/?${query({ text: `${text}\n${address}` })}` },
    { way: 'telegram', href: `https://t.me/share/url?${query({ url: address, text })}` },
    // `?&` is what both kinds of phones read.
    { way: 'sms', href: `sms:?&${query({ body: `${text}\n${address}` })}` },
    { way: 'mail', href: `mailto:?${query({ subject: title, body: `${text}\n\n${address}` })}` },
  ] as const;
}

type Named = { slug: string };
type Link = { code: string; url: string };
/** A page with the group whose it is, and the one whose person its visitor is. */
type Page = { link: Link | null; owner: Named; group: Named };

/** The link by which somebody passes a page on: whoever came through another group passes on that one's. */
export function linkOnward({ link, owner, group }: Page, via: string, publicUrl: string): Link | null {
  if (via === '' || owner.slug === group.slug) return link;
  return { code: via, url: new URL(`/go/${encodeURIComponent(via)}`, publicUrl).href };
}
