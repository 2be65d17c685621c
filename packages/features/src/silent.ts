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
    campaigns.burst-began exchanges.arrived groups.join-withdrawn ladders.opening-asked`,
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
};
