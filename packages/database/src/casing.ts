/** How drizzle and drizzle-kit turn `firstName` into `first_name`; all must say the same. */
export const casing = 'snake_case';
