/** What every page tells a browser of itself. `publicUrl`: where the site is reached. */
export function protectionsOf(publicUrl: string): Record<string, string> {
  const isSecure = publicUrl.startsWith('https:');
  return {
    // "no-referrer" would also hide the Origin of our own forms, by which we tell them from other sites'.
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    // For a year after each visit by nothing but TLS.
    ...(isSecure && { 'strict-transport-security': 'max-age=31536000' }),
  };
}
