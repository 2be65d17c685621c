import { accounts } from './accounts.ts';
import { actingTogether } from './acting-together.ts';
import { allies } from './allies.ts';
import { asking } from './asking.ts';
import { frames } from './frames.ts';
import { byLot } from './by-lot.ts';
import { signingOn } from './signing-on.ts';
import { coalitions } from './coalitions.ts';
import { coalitionPages } from './coalition-pages.ts';
import { contactBudget } from './contact-budget.ts';
import { compactPages } from './compact-pages.ts';
import { compacts } from './compacts.ts';
import { overlaps } from './overlaps.ts';
import { compositions } from './compositions.ts';
import { directory } from './directory.ts';
import { directoryPages } from './directory-pages.ts';
import { embedding } from './embedding.ts';
import { targetPages } from './target-pages.ts';
import { targets } from './targets.ts';
import { events } from './events.ts';
import { door } from './door.ts';
import { heldTogether } from './held-together.ts';
import { rsvps } from './rsvps.ts';
import { names } from './names.ts';
import { proofs } from './proofs.ts';
import { moves } from './moves.ts';
import { mailings } from './mailings.ts';
import { messaging } from './messaging.ts';
import { finding } from './finding.ts';
import { views } from './views.ts';
import { exchanges } from './exchanges.ts';
import { greetings } from './greetings.ts';
import { groups } from './groups.ts';
import { domains } from './domains.ts';
import { invitations } from './invitations.ts';
import { roles } from './roles.ts';
import { campaigns } from './campaigns.ts';
import { links } from './links.ts';
import { stewardship } from './stewardship.ts';
import { stewardsMail } from './stewards-mail.ts';
import { paces } from './paces.ts';
import { people } from './people.ts';
import { reach } from './reach.ts';
import { own } from './own.ts';
import { retention } from './retention.ts';
import { byHand } from './by-hand.ts';
import { imports } from './imports.ts';
import { ladders } from './ladders.ts';
import { ladderDeeds } from './ladder-deeds.ts';
import { ladderPages } from './ladder-pages.ts';
import { learning } from './learning.ts';
import { notices } from './notices.ts';
import { pushes } from './pushes.ts';
import { waiting } from './waiting.ts';
import { mine } from './mine.ts';
import { welcome } from './welcome.ts';
import { less } from './less.ts';
import { merging } from './merging.ts';
import { fields } from './fields.ts';
import { offline } from './offline.ts';
import { outbox } from './outbox.ts';
import { errors } from './errors.ts';
import { reports } from './reports.ts';
import { segments } from './segments.ts';
import { lines } from './lines.ts';
import { site } from './site.ts';

export const arabic = {
  ...site,
  ...finding,
  ...views,
  ...exchanges,
  ...greetings,
  ...groups,
  ...domains,
  ...invitations,
  ...roles,
  ...errors,
  ...outbox,
  ...paces,
  ...people,
  ...reach,
  ...own,
  ...retention,
  ...byHand,
  ...imports,
  ...ladders,
  ...ladderDeeds,
  ...ladderPages,
  ...learning,
  ...welcome,
  ...less,
  ...merging,
  ...fields,
  ...stewardship,
  ...stewardsMail,
  ...links,
  ...campaigns,
  ...actingTogether,
  ...frames,
  ...byLot,
  ...signingOn,
  ...coalitions,
  ...coalitionPages,
  ...contactBudget,
  ...compacts,
  ...overlaps,
  ...compactPages,
  ...compositions,
  ...directory,
  ...directoryPages,
  ...embedding,
  ...targets,
  ...targetPages,
  ...events,
  ...door,
  ...heldTogether,
  ...rsvps,
  ...names,
  ...proofs,
  ...moves,
  ...mailings,
  ...messaging,
  ...reports,
  ...segments,
  ...lines,
  ...accounts,
  ...allies,
  ...asking,
  ...waiting,
  ...offline,
  ...mine,
  ...notices,
  ...pushes,
} as const;
