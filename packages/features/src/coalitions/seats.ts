/** The most that may speak for one group in a council. */
export const MOST_SEATS = 5;
