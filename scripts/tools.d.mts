/** The folder of the whole project. */
export const root: string;
/** The path of pnpm's program, to be run by Node. */
export function bringPnpm(): Promise<string>;
