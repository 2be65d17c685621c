export function listOverheard(folder: string): string[];
export function countHeard(folder: string): { processes: number; words: number };
