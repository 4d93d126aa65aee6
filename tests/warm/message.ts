/** What the tests and the processes that run their calls say to each other. */
import type { Run } from '../phyllite.ts';

export interface Asked {
  args: string[];
  /** Working directory; the caches are the project's all the same. */
  cwd: string;
  /** Read by the call itself, not when the process starts. */
  env: Record<string, string>;
}

export interface Call extends Asked {
  /** Seconds after which the process is killed: the status is null then. */
  kill?: number;
}

export type Told =
  | { ready: true }
  | { stream: 'stdout' | 'stderr'; text: string }
  | { status: number; megabytes: number };

export type Said = Pick<Run, 'status' | 'stdout' | 'stderr'>;
