/** What a mail says, already in the receiver's language. `unsubscribe` also becomes the RFC 8058 headers. */
export type Letter = {
  heading: string;
  paragraphs: string[];
  button?: { label: string; url: string };
  footer?: string[];
  unsubscribe?: { label: string; url: string };
  replyTo?: string;
  attachments?: { filename: string; contentType: string; content: string }[];
};
