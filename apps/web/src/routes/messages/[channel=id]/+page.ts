/** The one place that is live: what is said appears while it is said. Without it the page works by forms. */
export const csr = true;
