import type { Mailbox, ReceivedMail } from '@groundwork/mail/testing';
import { setTimeout as pause } from 'node:timers/promises';

/** What came in the mail, by receiver. */
export type Post = {
  /** Who got any mail at all. */
  receivers(): Set<string>;
  /** The Message-IDs that came; `copies` are those that came again. */
  delivered(): { ids: Set<string>; copies: number };
  /** The sealed end of the link `/PATH/SEALED` that was mailed to this address; waits for it for as long as it takes. */
  linkTo(address: string, path: string): Promise<string>;
};

const LOOK_EVERY_MS = 100;

export function sortPost(mailbox: Mailbox): Post {
  const byReceiver = new Map<string, ReceivedMail[]>();
  const ids = new Set<string>();
  let read = 0;
  const sort = () => {
    const mails = mailbox.mails();
    for (const mail of mails.slice(read)) {
      ids.add(mail.messageId);
      for (const to of mail.to) byReceiver.set(to, [...(byReceiver.get(to) ?? []), mail]);
    }
    read = mails.length;
  };
  return {
    receivers() {
      sort();
      return new Set(byReceiver.keys());
    },
    delivered() {
      sort();
      return { ids, copies: read - ids.size };
    },
    async linkTo(address, path) {
      const link = new RegExp(`/${path}/([\\w.~-]+)`);
      for (;;) {
        sort();
        const sealed = (byReceiver.get(address) ?? []).map(({ text }) => link.exec(text)?.[1]).find(Boolean);
        if (sealed) return sealed;
        await pause(LOOK_EVERY_MS);
      }
    },
  };
}
