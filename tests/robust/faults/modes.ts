/** Files and folders that are closed to the user who builds, and those of another user. */
import path from 'node:path';
import { buildAsUser, hasOthers, modesOf, partsOf, type AsUser } from '../as-user.ts';
import type { FaultCase, FaultLane } from '../fault-lane.ts';
import { sources } from '../fault-sources.ts';

/** Each folder and file of the content, one at a time. */
const closed = ['many', 'described', 'mdx', 'imports'].flatMap((source) => {
  const files = Object.keys(sources[source]!);
  const folders = files.map((file) => path.dirname(file)).filter((folder) => folder !== '.');
  return [...new Set([...files, ...folders])].map((name) =>
    fault(
      `closed: ${source}/${name}`,
      'either',
      () => ({ modes: new Map([[path.join(source, name), 0]]) }),
      { source, says: new RegExp(path.basename(name).replace(/^_|\..*/g, '')) },
    ),
  );
});

/** @param of what is closed, once the lane is set up */
function fault(
  name: string,
  ends: FaultCase['ends'],
  of: (lane: FaultLane) => AsUser,
  { source = 'after', says }: Pick<FaultCase, 'source' | 'says'> = {},
): FaultCase {
  const run: FaultCase['run'] = (lane, out) => buildAsUser(lane, source, out, of(lane));
  return { name, source, ends, ...(says && { says }), run };
}

const site = path.join('sites', 'site');
const withMode = (name: string, mode: number) => () => ({ modes: new Map([[name, mode]]) });

const othersFaults: FaultCase[] = [
  fault('another user’s: the site before', 'fails', (lane) => ({ others: partsOf(lane, site) })),
  fault('another user’s: what is in the site before', 'fails', (lane) => ({
    others: partsOf(lane, site).slice(1),
  })),
  fault('another user’s: the caches', 'builds', (lane) => ({ others: partsOf(lane, 'cache') })),
  fault('another user’s: what is in the caches', 'builds', (lane) => ({
    others: partsOf(lane, 'cache').slice(1),
  })),
];

export const modeFaults: FaultCase[] = [
  ...closed,
  fault('closed: the content', 'fails', withMode('after', 0), { says: /after/ }),
  fault('read-only: the folder around the output', 'fails', withMode('sites', 0o555)),
  fault('read-only: the site before', 'fails', withMode(site, 0o555)),
  fault('read-only: the site before and all in it', 'fails', (lane) => ({
    modes: modesOf(lane, site, 0o555, 0o444),
  })),
  fault('read-only: what is in the site before', 'fails', (lane) => ({
    modes: modesOf(lane, site, 0o555, 0o444).set(site, 0o755),
  })),
  fault('closed: a file of the site before', 'builds', withMode(`${site}/index.html`, 0)),
  fault('closed: a folder of the site before', 'fails', withMode(`${site}/images`, 0)),
  fault('closed: the site before', 'fails', withMode(site, 0)),
  ...['cache', 'temporary', 'home'].map((name) =>
    fault(`closed: the folder ${name}`, 'builds', withMode(name, 0)),
  ),
  fault('closed: the folders cache and home', 'builds', () => ({
    modes: new Map([
      ['cache', 0],
      ['home', 0],
    ]),
  })),
  fault('read-only: the caches and all in them', 'builds', (lane) => ({
    modes: modesOf(lane, 'cache', 0o555, 0o444),
  })),
  ...(hasOthers ? othersFaults : []),
];
