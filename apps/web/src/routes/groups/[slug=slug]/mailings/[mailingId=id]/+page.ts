/** Counts and progress come by themselves, and blocks are put in where one writes; without it all of it works by forms. */
export const csr = true;
