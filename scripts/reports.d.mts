type Result = { fullName: string; duration?: number | null; status: string; failureMessages?: string[] };
type Report = {
  testResults: { name: string; status: string; message?: string; assertionResults: Result[] }[];
};
export function listSlow(report: Report | null, root: string): string[];
export function listFailed(report: Report | null, root: string): string[];
export function isBroken(file: Report['testResults'][number]): boolean;
