/**
 * The addresses that search engines may keep: what strangers come across by themselves. Everything else is somebody's
 * link, or for members, and says noindex; so does what a later version adds, until it is named here.
 */
const OPEN_ROUTES = new Set([
  '/',
  '/campaigns',
  '/campaigns/[slug=slug]',
  '/campaigns/[slug=slug]/frames/[frame=slug]',
  '/coalitions/[slug=slug]',
  '/coalitions/[slug=slug]/events.ics',
  '/directory',
  '/directory/[listingId=id]',
  '/events',
  '/events/[slug=slug]',
  '/events/[slug=slug].ics',
  '/files/[key=key]',
  '/groups',
  '/groups/[slug=slug]',
  '/groups/[slug=slug]/campaigns',
  '/groups/[slug=slug]/coalitions',
  '/groups/[slug=slug]/directory',
  '/groups/[slug=slug]/events',
  '/groups/[slug=slug]/events.ics',
  '/groups/[slug=slug]/groups',
  '/my-records',
  '/privacy',
  '/robots.txt',
  '/rules',
  '/source',
  '/[x+2e]well-known/security.txt',
]);

/** Whether search engines may keep what is at this route, whatever it shows. */
export function isOpenRoute(route: string | null): boolean {
  return route !== null && OPEN_ROUTES.has(route);
}

/** What a page shows, as far as it says who may come across it. */
type Shown = {
  group?: { visibility?: string; isVouched?: boolean };
  campaign?: { isListed?: boolean };
  event?: { isListed?: boolean };
};

/** Whether search engines may keep this page: at an open route, whole, and of a group that stands in the lists of strangers. */
export function isIndexed(route: string | null, status: number, shown: Shown): boolean {
  const { group, campaign, event } = shown;
  const isOfListed =
    (group?.visibility ?? 'public') === 'public' &&
    group?.isVouched !== false &&
    campaign?.isListed !== false &&
    event?.isListed !== false;
  return isOpenRoute(route) && status === 200 && isOfListed;
}

/** What a page that search engines may not keep says in its head. */
export const NOINDEX = '<meta name="robots" content="noindex"';

/**
 * Where robots need not come at all: pages behind links from mails, forms, and what is for members. Written for all of
 * them, longest match first (RFC 9309, 2.2.2).
 */
export const CLOSED_TO_ROBOTS = [
  '/account',
  // What a coalition says of others stays here.
  '/allies/',
  '/api/',
  '/calendars/',
  '/confirm-account/',
  '/embed/',
  '/experiments',
  // The front page again, for whoever is signed in.
  '/front',
  '/go/',
  '/home',
  '/invitations/',
  '/language',
  '/manifest.webmanifest',
  '/messages',
  '/mine',
  '/notices',
  '/offline',
  '/my-email/',
  '/my-record/',
  '/my-records/',
  '/open-account',
  '/report',
  '/reset-password',
  '/rsvps/',
  '/setup/',
  '/sign-in',
  '/sign-out',
  '/signatures/',
  '/site',
  '/targets/',
  '/unready',
  '/unsubscribe/',
  '/quieter/',
  '/campaigns/*/edit',
  '/campaigns/*/frames/*/edit',
  '/campaigns/*/manage',
  '/campaigns/*/proof',
  '/campaigns/*/sign-on',
  '/campaigns/*/thanks',
  '/coalitions/new',
  '/directory/*/edit',
  '/directory/new',
  '/events/*/check-in',
  '/events/*/edit',
  '/events/*/manage',
  '/events/*/thanks',
  '/groups/new',
  '/groups/*/allies',
  '/groups/*/announcements',
  '/groups/*/apply',
  '/groups/*/campaigns/',
  '/groups/*/coalitions/',
  '/groups/*/compacts',
  '/groups/*/councils',
  '/groups/*/delegates',
  '/groups/*/events/',
  '/groups/*/greeting',
  '/groups/*/groups/',
  '/groups/*/ladders',
  '/groups/*/mailings',
  '/groups/*/members',
  '/groups/*/membership',
  '/groups/*/messages',
  '/groups/*/moving',
  '/groups/*/directory/new',
  '/groups/*/listings/',
  '/groups/*/people',
  '/groups/*/shared',
  '/groups/*/targets',
  '/groups/*/reports',
  '/groups/*/roles',
  '/groups/*/settings',
];
