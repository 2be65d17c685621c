import type { House } from '@groundwork/features/context';

/** Why the server hangs up; README.md says what a client should do. */
export const HANG_UP = { malformed: 4400, signedOut: 4401, tooMany: 4429, restarting: 1012 } as const;

/** One socket as the feeds know it. */
export type Listener = {
  readonly accountId: string;
  send(frame: Buffer): void;
  /** Resolves when all of it has left this process, or the socket is gone. */
  sendAll(many: Buffer[]): Promise<void>;
  /** Ends one subscription from this side: the topic is not there for this account any more. */
  drop(topic: string): void;
  /** Asks again, as every new request would, whether this session is still good and each topic still readable. */
  recheck(house: House): Promise<void>;
  /** Hangs up when the session has ended since; tells whether it goes on. */
  recheckSession(house: House): Promise<boolean>;
  /** Says that the server is there, and lets go of who did not answer the last time. */
  beat(frame: Buffer): void;
  hangUp(code: number): void;
  leaveAll(): void;
};

/** One socket's part in one feed. Until it has caught up it hears nothing live; changes wait in `held`. */
export type LiveSubscription = {
  listener: Listener;
  isBrief: boolean;
  isLive: boolean;
  /** The number of the newest row this socket was sent. */
  seq: number;
  held: Buffer[];
};
