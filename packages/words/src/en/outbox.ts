/** What every mail says at its end. */
export const outbox = {
  'mail.footer': 'This mail comes from {site}.',
  'error.foreign-origin':
    'This came from another website, so it was not done. Open the page here and try again.',
} as const;
