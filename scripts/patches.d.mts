type Patch = { mends: string; upstream: string; lookAgain: string };
export function listPatches(patches: Record<string, Patch>, now?: Date): string[];
