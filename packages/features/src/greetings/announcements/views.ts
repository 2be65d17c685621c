import type { findAnnouncement, listAnnouncements } from './queries.ts';
import type { AnnouncementRow, AnnouncementView } from '../contract.ts';

type Line = Awaited<ReturnType<typeof listAnnouncements>>['rows'][number];
type Whole = Awaited<ReturnType<typeof findAnnouncement>>;

export function announcementRow({ id, title, at, author, isNew }: Omit<Line, 'cursor'>): AnnouncementRow {
  return { id, title, at: at.toISOString(), author, isNew };
}

export function announcementView({ bodyHtml, reach, ...line }: Whole): AnnouncementView {
  return { ...announcementRow(line), bodyHtml, reach };
}
