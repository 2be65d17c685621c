/** Counts are put in place as they come, and what is ticked is counted; without it all of it works by forms. */
export const csr = true;
