/** Files of the content that cannot be read, and files that are gone when they are opened. */
import path from 'node:path';
import { hook, type FaultCase } from '../fault-lane.ts';
import { sources } from '../fault-sources.ts';

export const closedFiles: FaultCase[] = ['many', 'described', 'mdx'].flatMap((source) =>
  Object.keys(sources[source]!).flatMap((file) =>
    (['UNREADABLE_FILE', 'VANISHED_FILE'] as const).map(
      (how): FaultCase => ({
        name: `${how === 'UNREADABLE_FILE' ? 'unreadable' : 'vanished'}: ${source}/${file}`,
        source,
        ends: 'either',
        says: new RegExp(path.basename(file).replace(/^_|\..*/g, '')),
        run: (lane, out) =>
          lane.build(source, out, {
            NODE_OPTIONS: hook('unreadable'),
            [how]: path.join(lane.dir, source, file),
          }),
      }),
    ),
  ),
);
