declare module 's3rver' {
  /** The part of it that tests use. */
  // eslint-disable-next-line no-restricted-syntax -- as the module has it
  export default class S3rver {
    constructor(options: {
      port: number;
      address: string;
      silent: boolean;
      directory: string;
      configureBuckets: { name: string; configs: string[] }[];
    });
    run(): Promise<{ address: string; port: number }>;
    close(): Promise<void>;
  }
}
