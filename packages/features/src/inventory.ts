import type { NoticeName } from './notices.ts';

/** Who hears of an entry of the journal, and by which notices. */
type HearersOf = { who: string; by: readonly NoticeName[] };

const told = (who: string, ...by: NoticeName[]): HearersOf => ({ who, by });

/** What somebody is told of. Every other kind of entry says below why it tells nobody: `inventory.test.ts` holds it complete. */
export const HEARERS: Record<string, HearersOf> = {
  'accounts.opened': told(
    'whoever asked for it, before it is opened',
    'accounts.open',
    'accounts.open-known',
  ),
  'accounts.email-changed': told('the account, at both addresses', 'accounts.email-moving'),
  'accounts.password-changed': told('the account', 'accounts.password-changed'),
  'accounts.reset-link-made': told(
    'whoever has the mailbox',
    'accounts.reset',
    'accounts.reset-unknown',
    'accounts.reset-suspended',
  ),
  'accounts.suspended': told('the account, with the reason', 'accounts.suspended'),
  'accounts.suspension-lifted': told('the account', 'accounts.suspension-lifted'),
  'accounts.deleted': told('the account, once', 'accounts.deleted'),
  'accounts.invited': told('whoever is invited', 'accounts.invitation'),
  'campaigns.published': told('the groups that were asked while it was a draft', 'campaigns.sponsor-asked'),
  'campaigns.signed': told(
    'the mailbox that was typed',
    'campaigns.signature-asked',
    'campaigns.signature-standing',
  ),
  'campaigns.signature-confirmed': told(
    'whoever is signed in and signed, once',
    'campaigns.signature-receipt',
  ),
  'campaigns.reminders-asked': told(
    'each mailbox that was asked and did not answer, once',
    'campaigns.signature-reminder',
  ),
  'campaigns.coordinator-named': told('who is to run it', 'campaigns.coordinator-named'),
  'campaigns.sponsor-invited': told('those who publish for the group', 'campaigns.sponsor-asked'),
  'campaigns.sponsor-accepted': told('those who publish for the home group', 'campaigns.sponsor-accepted'),
  'campaigns.sponsor-declined': told('those who publish for the home group', 'campaigns.sponsor-declined'),
  'campaigns.sponsor-left': told(
    'those who publish for the other group',
    'campaigns.sponsor-left',
    'campaigns.sponsor-dropped',
  ),
  'campaigns.frame-asked': told('those who publish for the home group', 'campaigns.frame-asked'),
  'campaigns.frame-published': told(
    'those who publish for the group that wrote it',
    'campaigns.frame-published',
  ),
  'campaigns.frame-refused': told('those who publish for the group that wrote it', 'campaigns.frame-refused'),
  'campaigns.frame-withdrawn': told('those who publish for the other group', 'campaigns.frame-withdrawn'),
  'campaigns.signed-on': told('those who publish for the home group', 'campaigns.sponsor-signed'),
  'campaigns.update-posted': told(
    'those who publish for the home group, if another group posted it',
    'campaigns.sponsor-posted',
  ),
  'campaigns.update-hidden': told(
    'those who publish for the group that posted it',
    'campaigns.sponsor-unposted',
  ),
  'coalitions.budget-proposed': told('those who manage each group in it', 'coalitions.budget-proposed'),
  'coalitions.applied': told('those who decide about members of the coalition', 'coalitions.applied'),
  'coalitions.invited': told('those who manage the group', 'coalitions.invited'),
  'coalitions.accepted': told('the other side', 'coalitions.accepted'),
  'coalitions.declined': told('the other side', 'coalitions.declined'),
  'coalitions.suspended': told('those who manage the group', 'coalitions.suspended'),
  'coalitions.resumed': told('those who manage the group', 'coalitions.resumed'),
  'coalitions.left': told('those who decide about members of the coalition', 'coalitions.left'),
  'coalitions.ended': told('those who manage the group', 'coalitions.ended'),
  'coalitions.delegate-named': told('who speaks for the group from now on', 'coalitions.delegate-named'),
  'coalitions.delegate-ended': told(
    'who spoke for it, and those who name',
    'coalitions.delegate-recalled',
    'coalitions.delegate-lost',
    'coalitions.term-over',
  ),
  'coalitions.steward-followed': told(
    'who became the steward of the coalition',
    'coalitions.steward-followed',
  ),
  'coalitions.council-called': told(
    'who spoke there, once it is over',
    'coalitions.report-due',
    'coalitions.term-soon',
  ),
  'coalitions.ally-claimed': told(
    'those who decide for the coalition that keeps the page, and the stewards of the site',
    'coalitions.ally-claimed',
  ),
  'coalitions.claim-accepted': told(
    'who claimed it; and those whose groups stood with it by name',
    'coalitions.claim-accepted',
    'coalitions.ally-moved',
  ),
  'coalitions.claim-declined': told('who claimed it', 'coalitions.claim-declined', 'coalitions.claim-ended'),
  'compacts.proposed': told('those who manage the other group', 'compacts.proposed'),
  'compacts.agreed': told('those who manage the other group', 'compacts.agreed'),
  'compacts.declined': told('those who manage the other group', 'compacts.declined'),
  'compacts.ended': told('those who manage the other group', 'compacts.ended'),
  'compacts.use-asked': told('those who manage the group whose people would hear', 'compacts.use-asked'),
  'compacts.use-agreed': told('those who publish for the group that writes', 'compacts.use-agreed'),
  'compacts.use-declined': told('those who publish for the group that writes', 'compacts.use-declined'),
  'compacts.use-wished': told('those who publish for the group that writes', 'compacts.use-wished'),
  'compacts.use-withdrawn': told('those who manage the other group', 'compacts.use-withdrawn'),
  'compacts.use-lapsed': told('those who publish for the group that writes', 'compacts.use-lapsed'),
  'compacts.overlap-asked': told('those who manage the other group', 'compacts.overlap-asked'),
  'compacts.overlap-declined': told('those who manage the other group', 'compacts.overlap-declined'),
  'compacts.overlap-counted': told('those who manage either group', 'compacts.overlap-counted'),
  'compositions.tried': told('who asked for a trial', 'compositions.trial'),
  'compositions.look-asked': told('those who write for the group, but who asked', 'compositions.look-asked'),
  'directory.closed': told('the groups whose answers were open', 'directory.ended'),
  'directory.hidden': told('those who publish for the group, with the reason', 'reports.listing-decided'),
  'directory.shown': told('those who publish for the group', 'reports.listing-decided'),
  'directory.answered': told('those who publish for the group of the listing', 'directory.answered'),
  'directory.taken': told('those who publish for the group that answered', 'directory.taken'),
  'directory.declined': told('those who publish for the group that answered', 'directory.declined'),
  'directory.fulfilled': told('the other side', 'directory.fulfilled'),
  'directory.withdrawn': told('the other side', 'directory.withdrawn'),
  'events.hidden': told('those who host for the group, with the reason', 'reports.event-decided'),
  'events.shown': told('those who host for the group', 'reports.event-decided'),
  'events.sponsor-invited': told('those who host for the group', 'events.sponsor-asked'),
  'events.sponsor-accepted': told('those who host for the home group', 'events.sponsor-accepted'),
  'events.sponsor-declined': told('those who host for the home group', 'events.sponsor-declined'),
  'events.sponsor-left': told(
    'those who host for the other group',
    'events.sponsor-left',
    'events.sponsor-dropped',
  ),
  'events.host-named': told('who hosts it', 'events.host-named'),
  'events.rsvp-asked': told('the mailbox that was typed', 'events.rsvp-asked', 'events.rsvp-known'),
  'events.rsvp-given': told('who answered', 'events.rsvp-answered'),
  'events.rsvp-changed': told('who answered', 'events.rsvp-answered'),
  'events.rsvp-cancelled': told('who answered', 'events.rsvp-answered'),
  'events.rsvp-promoted': told('who waited for a place', 'events.rsvp-promoted'),
  'exchanges.answered': told('the person who wrote', 'exchanges.answer'),
  'groups.created': told('the stewards of the site, once a day', 'stewardship.groups-wait'),
  'groups.joined': told('who joined, if the group says something to newcomers', 'greetings.welcome'),
  'greetings.announced': told('all members of the group, as each chose', 'greetings.announced'),
  'groups.vouched': told('those who manage it', 'groups.vouched'),
  'groups.vouching-ended': told('those who manage it', 'groups.doubted'),
  'groups.hidden': told('those who manage it, with the reason', 'groups.hidden'),
  'groups.shown': told('those who manage it', 'groups.shown'),
  'groups.frozen': told('those who manage it, with the reason', 'groups.frozen'),
  'groups.thawed': told('those who manage it', 'groups.thawed'),
  'groups.deletion-asked': told('all its members', 'groups.deletion-asked'),
  'groups.deletion-withdrawn': told('all its members', 'groups.deletion-withdrawn'),
  'groups.removed': told('who was taken out', 'groups.put-out'),
  'groups.banned': told('who was taken out, with the same words', 'groups.put-out'),
  'groups.role-changed': told('whose role it is', 'groups.role-given'),
  'groups.own-role-changed': told('whose role it is', 'groups.role-given'),
  'groups.steward-given': told('those who manage it', 'groups.steward-given'),
  'groups.join-asked': told(
    'those who decide about members; taken back once it is decided',
    'groups.join-asked',
  ),
  'groups.join-accepted': told('who asked', 'groups.join-accepted'),
  'groups.join-declined': told('who asked', 'groups.join-declined'),
  'groups.domain-lost': told('those who manage it', 'groups.domain-lost'),
  'groups.domain-back': told('those who manage it', 'groups.domain-back'),
  'groups.invitations-mailed': told('whoever is invited', 'groups.invited'),
  'ladders.stopped': told('those who write for the group, if it stopped by itself', 'ladders.stopped'),
  'mailings.stopped': told('those who write for the group, if it stopped by itself', 'compositions.stopped'),
  'messaging.message-sent': told(
    'the others of a conversation of a few, once until they read it',
    'messaging.direct-received',
  ),
  'people.reach-changed': told(
    'both addresses of the person, if it is theirs by their own link',
    'people.own-email-asked',
    'people.own-email-moved',
  ),
  'people.opened': told(
    'whoever asked for their own record',
    'people.own-record-asked',
    'people.own-records-asked',
  ),
  'people.forgetting-announced': told('those who see the people of the group', 'people.forgetting-ahead'),
  'reports.decided': told(
    'whose words they are, with the reason',
    'reports.comment-decided',
    'reports.campaign-decided',
    'reports.update-decided',
    'reports.target-decided',
  ),
  'segments.view-shared': told('the member with whom it is shared', 'segments.view-shared'),
  'segments.deed-done': told('to whom people were handed', 'ladders.handed'),
  'stewardship.letter-opened': told('whose letter it was, once a day', 'stewardship.letter-opened'),
  'targets.asked': told('those who publish for the group, when a promise is due', 'targets.promise-due'),
};

/** Why nobody is told. */
export const WHY_SILENT = {
  listed: 'Those whom it concerns see it where they work on the same: a list, a page, a history.',
  own: 'What somebody does about themselves, their site or their own things: nobody else has to know.',
  crowd: 'What crowds do: it is told as a number, on pages.',
  mailing: 'Whoever it concerns hears of it by a mailing of the group, as they said that they want to.',
  waits: 'It is shown where it waits for somebody (waits.ts), and that ends with it.',
  part: 'It comes with something that is told, or ends it.',
  careful: 'To tell would give somebody away, or help whoever means harm.',
  housekeeping: 'The site keeps itself in order; nothing changes for anybody.',
  yet: 'Somebody should hear of it, and does not yet.',
} as const;

/** The kinds of entry that tell nobody, by why. */
export const SILENT: Record<keyof typeof WHY_SILENT, string> = {
  listed: `
    campaigns.created campaigns.edited campaigns.paused campaigns.resumed campaigns.ended campaigns.reopened
    campaigns.removed campaigns.exported campaigns.names-taken campaigns.burst-released
    campaigns.burst-refused campaigns.burst-restored campaigns.frame-written campaigns.frame-edited
    campaigns.frame-removed campaigns.frame-taken-back campaigns.proof-asked campaigns.proof-failed
    coalitions.founded coalitions.seats-changed coalitions.budget-kept coalitions.budget-dropped
    coalitions.council-dropped coalitions.ally-added coalitions.ally-edited coalitions.ally-taken-down
    coalitions.ally-put-back compositions.begun compositions.audience-chosen compositions.written
    compositions.text-removed compositions.sender-chosen compositions.kept-as-template compositions.look-given
    compositions.unsent compositions.variant-added compositions.variant-dropped compositions.experiment-set
    compositions.sharing-ended compositions.removed compositions.rules-set directory.listed directory.edited
    directory.reopened directory.exported events.created events.removed events.closed events.exported
    exchanges.desk-begun exchanges.desk-ended exchanges.put-aside exchanges.taken-up groups.edited
    groups.turned-private groups.turned-public groups.role-made groups.role-edited groups.role-removed
    groups.invitation-made groups.invitation-revoked groups.domain-entered groups.domain-address-changed
    groups.domain-removed groups.domain-proven ladders.begun ladders.changed ladders.step-added
    ladders.step-changed ladders.step-moved ladders.step-removed ladders.opened ladders.closed
    ladders.reopened ladders.resumed ladders.ended ladders.removed messaging.channel-created
    messaging.channel-changed messaging.message-edited messaging.message-removed outbox.mail-held
    greetings.announcement-withdrawn greetings.care-chosen greetings.welcome-ended greetings.welcome-written
    outbox.mail-refused outbox.mail-returned people.tagged people.answer-recorded people.answer-undone
    people.contact-ended people.contact-allowed people.added people.corrected people.noted
    people.note-corrected people.note-removed people.note-restored people.sheet-started people.row-taken-back
    people.sheet-taken-back people.merged people.parted people.duplicates-asked people.duplicates-found
    people.said-apart people.exported people.field-defined people.field-changed people.fields-ordered
    people.field-removed people.fields-filled people.import-asked people.imported people.import-undo-asked
    people.import-undone stewardship.allowance-given stewardship.allowance-ended stewardship.backup-failed
    targets.added targets.edited targets.removed targets.exported targets.ask-edited targets.ask-removed
    targets.outcome-said targets.outcome-withdrawn targets.noted targets.note-removed`,
  own: `
    accounts.changed accounts.session-ended accounts.sessions-ended accounts.invitation-withdrawn groups.left
    groups.face-changed moves.begun moves.changed moves.text-changed moves.ended moves.resumed moves.removed
    people.subscribed people.unsubscribed people.mail-preferred people.shown people.kept people.erased
    segments.saved segments.changed segments.removed segments.list-made segments.list-renamed
    segments.list-removed segments.view-made segments.view-changed segments.view-removed
    segments.view-share-ended segments.deed-asked segments.deed-undo-asked segments.deed-undone
    segments.found-exported segments.file-downloaded site.set-up site.changed site.postcodes-replaced
    site.postcodes-removed site.first-steps-away stewardship.backup-asked stewardship.test-mail-asked
    links.made`,
  crowd: `
    campaigns.signature-withdrawn campaigns.drawn campaigns.proof-counted events.rsvp-subscribed
    events.attended events.attendance-undone events.guests-counted people.entered`,
  mailing: `
    compositions.sent events.changed events.moved events.published events.cancelled mailings.scheduled
    mailings.started mailings.resumed mailings.sent`,
  waits: `
    campaigns.burst-began exchanges.arrived groups.join-withdrawn ladders.opening-asked reports.made`,
  part: `
    campaigns.hidden campaigns.shown campaigns.signature-hidden campaigns.signature-shown
    campaigns.comment-removed campaigns.sign-on-taken-back campaigns.update-shown coalitions.withdrawn
    coalitions.reported-back coalitions.claim-withdrawn compacts.withdrawn compacts.use-refused
    compacts.use-fallen compacts.use-sent compacts.overlap-agreed compacts.overlap-withdrawn groups.deleted
    groups.role-lost groups.invitation-accepted reports.reopened targets.hidden targets.shown`,
  careful: `
    messaging.message-hidden messaging.message-shown messaging.direct-started messaging.direct-left
    messaging.direct-returned messaging.direct-muted messaging.direct-heard messaging.blocked
    messaging.unblocked messaging.directs-refused messaging.directs-taken`,
  housekeeping: `
    campaigns.signatures-forgotten coalitions.ally-forgotten directory.forgotten events.rsvps-forgotten
    exchanges.forgotten mailings.marks-deleted messaging.messages-forgotten people.mails-forgotten
    people.notes-forgotten people.merges-forgotten people.forgotten people.imports-forgotten
    people.suppressions-forgotten segments.files-forgotten segments.deeds-forgotten stewardship.backup-done
    stewardship.pictures-forgotten`,
  yet: `
    accounts.site-steward-granted accounts.site-steward-ended campaigns.coordinator-removed
    compacts.use-stopped compositions.held-back events.host-removed groups.ban-lifted messaging.member-added
    messaging.member-removed`,
};

/** What is told without an entry: the answer to a form, which changed nothing yet; and what gathers others. */
export const WITHOUT_AN_ENTRY: Partial<Record<NoticeName, string>> = {
  'accounts.email-change': 'the new address, which is asked whether it is theirs',
  'accounts.email-taken': 'the address, of which somebody said that it is theirs',
  'home.digest': 'whoever was told several things, together',
  'home.still-waits': 'whoever decides about what has waited for three days, once',
};
