/** A letter in the Outbox, as far as it says who may read it how. */
export type SealedLetter = {
  /** Sent or given up letters have no words left. */
  isErased: boolean;
  /** It is addressed to whoever looks. */
  isMine: boolean;
  /** No mail goes out, and the only accounts are made up, or their owners' who look after the site: nobody to harm. */
  isTrial: boolean;
  sendsMail: boolean;
};

export const letterPolicy = {
  /** Its words, and nobody has to know. */
  read: ({ isErased, isMine, isTrial }: SealedLetter) => !isErased && (isMine || isTrial),
  /** With the links that stand for its receiver, and nobody has to know. */
  readLinks: ({ isErased, isTrial }: SealedLetter) => !isErased && isTrial,
  /** Its words, on record and told to its receiver. */
  open: ({ isErased, isMine, isTrial }: SealedLetter) => !isErased && !isMine && !isTrial,
  /** With its links, likewise: where no mail goes out, somebody has to bring them to their receiver. */
  handOver: ({ isErased, isTrial, sendsMail }: SealedLetter) => !isErased && !isTrial && !sendsMail,
};
