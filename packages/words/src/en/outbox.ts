/** What every mail says at its end. */
export const outbox = {
  'mail.footer': 'This mail comes from {site}.',
  'error.foreign-origin':
    'This did not come from a page of this site, or your browser does not say so. It was not done. Open the page here and try again.',
} as const;
