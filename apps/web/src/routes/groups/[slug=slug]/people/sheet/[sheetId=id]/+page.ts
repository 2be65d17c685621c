/** Enter saves a line and goes on to the next; without JavaScript ten lines are saved at once. */
export const csr = true;
