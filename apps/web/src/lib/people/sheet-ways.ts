/** The ways of contact that a sheet of paper can ask for. */
export const sheetWays = ['email', 'text', 'call'] as const;
