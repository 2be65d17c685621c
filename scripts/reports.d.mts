type Report = {
  testResults: { name: string; assertionResults: { fullName: string; duration?: number | null }[] }[];
};
export function listSlow(report: Report | null, root: string): string[];
