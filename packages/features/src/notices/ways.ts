import type { NoticeName } from '../notices.ts';
import type { Level, NoticeReceiver } from './kinds.ts';

/** What can be asked of a notice before it is decided how it reaches its receiver. */
type Decision = { kind: NoticeName; level: Level; to: NoticeReceiver };
/** The ways on which a notice reaches somebody: at once by mail, where they have an address. */
type Ways = { mailTo: string | null };

/** Decides how a notice reaches its receiver. Nothing else asks. */
export function waysFor({ to }: Decision): Ways {
  return { mailTo: to.email };
}
