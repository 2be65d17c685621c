/** How much there is in the database that is read, and how much is done in a round. */
export type Sizes = {
  people: number;
  groups: number;
  events: number;
  messages: number;
  /** Seconds of load on one address in one round. */
  seconds: number;
  signatures: number;
  sockets: number;
  rooms: number;
  mails: number;
  jobs: number;
  rows: number;
  /** Seconds after the last answer until a program counts as at rest. */
  restSeconds: number;
};

export const full: Sizes = {
  people: 1_000_000,
  groups: 1_000,
  events: 100_000,
  messages: 10_000_000,
  seconds: 8,
  signatures: 20_000,
  sockets: 1_000,
  rooms: 1_000,
  mails: 3_000,
  jobs: 10_000,
  rows: 100_000,
  restSeconds: 15,
};

export const quick: Sizes = {
  people: 20_000,
  groups: 50,
  events: 5_000,
  messages: 50_000,
  seconds: 3,
  signatures: 3_000,
  sockets: 200,
  rooms: 100,
  mails: 500,
  jobs: 2_000,
  rows: 5_000,
  restSeconds: 5,
};

/** What figures that write begin with: one group with its campaign, members and rooms, and hardly anyone in it. */
export const small: Pick<Sizes, 'people' | 'groups' | 'events' | 'messages'> = {
  people: 100,
  groups: 1,
  events: 10,
  messages: 0,
};
