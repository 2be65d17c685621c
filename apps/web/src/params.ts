import { LENGTHS } from '@groundwork/features/lengths';
import { LONGEST_SLUG, SLUG_FORM } from '@groundwork/features/slugs';
import { defineParams } from '@sveltejs/kit/params';

/** Lets a part of an address through that is whole as `form` says, and nothing else: then the page is not there. */
const shaped = (form: RegExp) => (part: string) => (form.test(part) ? part : undefined);

/** The forms that parts of addresses have here. Every route names one for each of its parts: `[slug=slug]`. */
export const params = defineParams({
  /** What a group, a campaign or an event is called in its address. */
  slug: shaped(new RegExp(`^(?!.{${LONGEST_SLUG + 1}})${SLUG_FORM}$`)),
  /** What can be reported; see the contract of subjects. */
  kind: shaped(/^(message|comment|campaign|event|group|listing|target|update)$/),
  /** A kind of notice: of which mail is ended by a link in it. */
  notice: shaped(/^[a-z]{3,20}\.[a-z-]{3,40}$/),
  id: shaped(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  /** A secret that was sent by mail, and works once or for a while. */
  token: shaped(/^[A-Za-z0-9_-]{20,100}$/),
  /** An id with the seal of this site: what somebody did, and may undo; perhaps with a mark of where it was mailed to. */
  sealed: shaped(/^[0-9a-f-]{36}\.[A-Za-z0-9_-]{32}(\.[A-Za-z0-9_-]{22})?$/),
  /** A mailbox, sealed for a while; see the contract of people’s own pages. */
  mailbox: shaped(/^[A-Za-z0-9_-]{40,1000}$/),
  /** The code of a short link, as somebody may type it from a flyer. */
  code: shaped(new RegExp(`^[A-Za-z0-9-]{1,${LENGTHS.linkCode}}$`)),
  /** The key of a picture, or of its copy for phones. */
  key: shaped(/^picture-[0-9a-f]{32}-\d{1,4}x\d{1,4}(-480)?$/),
});
