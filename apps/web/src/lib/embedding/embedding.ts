/**
 * Whether other sites may show what is at this route in a frame. Whoever sees it there may not know what they press, so nobody is
 * signed in at such a route: its requests lose their cookies before anything reads them, and its answers set none.
 */
export function isEmbedded(route: string | null): boolean {
  return route?.startsWith('/embed/') ?? false;
}

/** A policy for content, with frames of every site let in. */
export function framedPolicy(policy: string): string {
  return policy.replace("frame-ancestors 'none'", 'frame-ancestors *');
}

/** What has a form that other sites may show, as the first part of its page's path. */
export type Embeddable = 'campaigns' | 'events';

type Form = {
  /** Where this site is reached. */
  publicUrl: string;
  kind: Embeddable;
  slug: string;
  title: string;
  /** The short link whose group's person is whoever answers there, and by which visits are counted. */
  link: { code: string; url: string };
};

/** The path of a form as it stands in a frame. */
export function embedPath({ kind, slug, link }: Pick<Form, 'kind' | 'slug' | 'link'>): string {
  return `/embed/${kind}/${slug}?l=${link.code}`;
}

/** The page whose form stood in a frame, by the link that the frame was for: whoever goes there came the same way. */
export function wholePath({ kind, slug }: Pick<Form, 'kind' | 'slug'>, via: string): string {
  return `/${kind}/${slug}${via ? `?${new URLSearchParams({ via })}` : ''}`;
}

/** What is pasted into another site: the form in a frame, and a plain link for where there are none. */
export function embedCode({ publicUrl, title, ...form }: Form): string {
  const address = new URL(embedPath(form), publicUrl).href;
  const words = escape(title);
  return `<iframe src="${escape(address)}" title="${words}" width="100%" height="${HEIGHT}" loading="lazy" style="border:0"></iframe>
<p><a href="${escape(form.link.url)}">${words}</a></p>`;
}

/** The form with its hints on a phone, in pixels; what is higher scrolls in its frame. */
const HEIGHT = 1000;

function escape(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
