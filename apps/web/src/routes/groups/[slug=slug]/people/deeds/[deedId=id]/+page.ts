/** Shows by itself how far the worker has come; without it there is a link to look again. */
export const csr = true;
