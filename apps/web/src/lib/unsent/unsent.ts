/** A form that could not be taken just now, as the page that says so keeps it. */
export type UnsentForm = {
  /** In their order; a name may come several times. */
  answers: [name: string, value: string][];
  /** Names of answers that are not sent back, and are asked for again. */
  passwords: string[];
  /** A browser does not choose files by itself. */
  hadFiles: boolean;
};

/** Whether the same may go through in a while. */
export function isForNow(status: number): boolean {
  return [429, 503, 507].includes(status);
}

/** Whether a field holds a password, which no page shows again. */
export function isPassword(name: string): boolean {
  return /password/i.test(name);
}

/** What was sent, for sending it once more: all but passwords and files. */
export function unsentForm(sent: FormData): UnsentForm {
  const all = [...sent];
  const answers = all.filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const passwords = answers.map(([name]) => name).filter(isPassword);
  return {
    answers: answers.filter(([name]) => !isPassword(name)),
    passwords,
    hadFiles: all.some(([, value]) => typeof value !== 'string' && value.size > 0),
  };
}

/** What a person typed in words, without what only the form knows: ticks, ids and seals. */
export function typedWords({ answers }: Pick<UnsentForm, 'answers'>): string[] {
  return answers
    .map(([, value]) => value.trim())
    .filter((value) => value.length > 3 && !/^[\w.~-]{16,}$/.test(value));
}
