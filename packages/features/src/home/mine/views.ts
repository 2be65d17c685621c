import type { House } from '../../context.ts';
import { rsvpSeal } from '../../events/seal.ts';
import { rowOf } from '../../events/views.ts';
import type { Answer } from '../../http.ts';
import type { OwnCalendarView, OwnEventRow, OwnSignatureRow } from './contract.ts';
import type { findCalendarAddress, OwnEvent, SignedByViewer } from './queries.ts';
import { ownCalendarUrl } from './seal.ts';

type Site = Pick<House, 'settings'>;

export function ownEventRow(site: Site, event: OwnEvent): Answer<OwnEventRow> {
  const { isHost, myRsvp } = event;
  return { ...rowOf(event), isHost, answerSeal: myRsvp && rsvpSeal(site, myRsvp.id) };
}

export function ownSignatureRow({
  confirmedAt,
  withdrawnAt,
  ...row
}: SignedByViewer): Answer<OwnSignatureRow> {
  const { id, kind, at, seal, title, campaignSlug, groupName, language } = row;
  const state = withdrawnAt ? 'withdrawn' : confirmedAt ? 'stands' : 'unconfirmed';
  return { id, kind, at, seal, title, campaignSlug, groupName, language, state };
}

type Address = Awaited<ReturnType<typeof findCalendarAddress>>;
export function ownCalendarView(site: Site, address: Address): Answer<OwnCalendarView> {
  return { address: address && { url: ownCalendarUrl(site, address.id), madeAt: address.madeAt } };
}
