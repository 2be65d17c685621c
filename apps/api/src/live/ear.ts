import type { House } from '@groundwork/features/context';

/** Why the server hangs up; README.md says what a client should do. */
export const HANG_UP = { malformed: 4400, signedOut: 4401, tooMany: 4429, restarting: 1012 } as const;

/** One socket as the rooms know it. */
export type Ear = {
  readonly accountId: string;
  send(frame: Buffer): void;
  /** Resolves when all of it has left this process, or the socket is gone. */
  sendAll(many: Buffer[]): Promise<void>;
  /** Ends one subscription from this side: the channel is not there for this account any more. */
  drop(channelId: string): void;
  /** Asks again, as every new request would, whether this session is still good and each channel still readable. */
  recheck(house: House): Promise<void>;
  /** Hangs up when the session has ended since; tells whether it goes on. */
  recheckSession(house: House): Promise<boolean>;
  /** Says that the server is there, and lets go of who did not answer the last time. */
  beat(frame: Buffer): void;
  hangUp(code: number): void;
  leaveAll(): void;
};

/** One socket's ear in one room. Until it has caught up it hears nothing live; changes wait in `held`. */
export type Subscription = {
  listener: Ear;
  isBrief: boolean;
  isLive: boolean;
  /** The number of the newest message this socket was sent. */
  seq: number;
  held: Buffer[];
};
