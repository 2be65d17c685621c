/** A message on its way: kept in this tab until the server has it, whatever the line or a reload does. */
export type Pending = {
  id: string;
  body: string;
  replyTo: string | null;
  /** Why it was refused; until it is tried again or taken back. */
  refused?: string;
};

/** What one account has not sent yet to one channel. Gone with the tab: a shared computer must not remember it. */
export function readPending(place: string): Pending[] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(`pending ${place}`) ?? '[]');
    return Array.isArray(stored) ? (stored as Pending[]) : [];
  } catch {
    return [];
  }
}

export function savePending(place: string, pending: readonly Pending[]): void {
  put(`pending ${place}`, pending.length > 0 ? JSON.stringify(pending) : '');
}

/** What was being typed. */
export function readDraft(place: string): string {
  try {
    return sessionStorage.getItem(`draft ${place}`) ?? '';
  } catch {
    return '';
  }
}

export function saveDraft(place: string, words: string): void {
  put(`draft ${place}`, words);
}

/** A browser that refuses storage, or is full, must not keep anyone from writing. */
function put(key: string, text: string) {
  try {
    if (text) sessionStorage.setItem(key, text);
    else sessionStorage.removeItem(key);
  } catch {
    // It is sent all the same; only a reload would lose it.
  }
}
