/** Shows by itself how far the worker has come; without it the page asks again by itself. */
export const csr = true;
