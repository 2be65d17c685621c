export function atOnce<T>(most: number, things: T[], work: (thing: T) => Promise<void>): Promise<void>;
