/** What the tests and the process that runs their calls say to each other. */
export interface Asked {
  args: string[];
  env: Record<string, string>;
}

export type Told =
  | { ready: true }
  | { stream: 'stdout' | 'stderr'; text: string }
  | { status: number; megabytes: number };
