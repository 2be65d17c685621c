/**
 * What a mail says, already in the receiver's language. `unsubscribe.url` is a page with a button, for people;
 * `oneClickUrl` takes the POST that mail programs send by themselves (RFC 8058).
 */
export type Letter = {
  heading: string;
  paragraphs: string[];
  button?: { label: string; url: string };
  footer?: string[];
  unsubscribe?: { label: string; url: string; oneClickUrl: string };
  attachments?: { filename: string; contentType: string; content: string }[];
};
