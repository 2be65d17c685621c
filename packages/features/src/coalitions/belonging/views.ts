import type { Answer } from '../../http.ts';
import { allowed } from '../../policy.ts';
import { belongingPolicy } from '../policy.ts';
import type { Belonging, BelongingList, Proposal } from './contract.ts';
import type { listBelongings, listProposals } from './queries.ts';

type Proposed = Awaited<ReturnType<typeof listProposals>>['rows'][number];

/** A group that waits at the door of a coalition, or stands outside of it for a while, as it leaves. */
export function proposalView(row: Proposed): Answer<Proposal> {
  const { slug, name, summary, language, kind, isSeen, ...asked } = row;
  return { ...asked, group: { slug, name, summary, language, kind, isSeen } };
}

type Listed = Awaited<ReturnType<typeof listBelongings>>;

/** The coalitions of a group, with what the viewer may do about them, as they leave. */
export function belongingList({ group, rows }: Listed): Answer<BelongingList> {
  return { rows: rows.map(belongingView), can: allowed(belongingPolicy, group) };
}

function belongingView(row: Listed['rows'][number]): Answer<Belonging> {
  const { slug, name, summary, language, isSeen, ...stands } = row;
  return { ...stands, coalition: { slug, name, summary, language, isSeen } };
}
