import { Refusal } from '../errors.ts';

/** 404: a link from a mail that was never made, has been used, or whose time is over; nobody can tell which. */
export class LinkEnded extends Refusal {
  constructor() {
    super(404, { code: 'accounts.link-ended' });
  }
}

export function hoursFromNow(hours: number): Date {
  return new Date(Date.now() + hours * 3_600_000);
}

/** Where an account is opened by an invitation. */
export function invitationPath(token: string): string {
  return `/open-account?invitation=${token}`;
}
