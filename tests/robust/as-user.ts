/** A build by somebody who is not root, for whom a mode of a file means something. */
import { chmodSync, existsSync, lchownSync, lstatSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Run } from '../phyllite.ts';
import type { FaultLane } from './fault-lane.ts';
import { filesOf, foldersOf } from './files.ts';

/** Nobody, on every Linux; undefined: the tests are not root's themselves. */
const guest = process.getuid?.() === 0 ? 65534 : undefined;

/** Whether some of what there is can belong to another user. */
export const hasOthers = guest !== undefined;

export interface AsUser {
  /** Path in the lane → its mode while it builds. */
  modes?: Map<string, number>;
  /** Paths in the lane that are root's while it builds. */
  others?: string[];
}

/** Builds as another user, to whom the lane belongs meanwhile. What they kept in their own places goes. */
export async function buildAsUser(
  lane: FaultLane,
  source: string,
  out: string,
  { modes = new Map(), others = [] }: AsUser,
): Promise<Run> {
  const at = (name: string) => path.join(lane.dir, name);
  const own = (user: number) => {
    for (const name of partsOf(lane, '')) lchownSync(at(name), user, user);
  };
  if (guest !== undefined) own(guest);
  for (const name of others) lchownSync(at(name), 0, 0);
  // The inner ones first, and back the outer ones: what is closed cannot be entered.
  const before = [...modes.keys()].sort().map((name) => [name, lstatSync(at(name)).mode] as const);
  for (const [name] of before.toReversed()) chmodSync(at(name), modes.get(name)!);
  try {
    return await lane.run(
      ['build', source, '--out', out],
      guest === undefined ? {} : { uid: guest },
    );
  } finally {
    // Of a site that was replaced nothing is there any more.
    for (const [name, mode] of before) if (existsSync(at(name))) chmodSync(at(name), mode);
    if (guest !== undefined) own(0);
    // Caches that it took in place of those that it may not use.
    const instead = readdirSync(lane.temporary).filter((name) =>
      /^phyllite-[0-9a-f]{12}$/.test(name),
    );
    for (const name of [
      path.join(lane.home, '.cache'),
      ...instead.map((each) => path.join(lane.temporary, each)),
    ])
      rmSync(name, { recursive: true, force: true });
  }
}

/** A folder of the lane and all that is below it, but for links. */
export function partsOf(lane: FaultLane, name: string): string[] {
  const at = path.join(lane.dir, name);
  const below = [...foldersOf(at), ...filesOf(at)].map((each) => path.join(name, each));
  return [name, ...below].filter((each) => !lstatSync(path.join(lane.dir, each)).isSymbolicLink());
}

/** @returns modes of a folder and all that is below it */
export function modesOf(
  lane: FaultLane,
  name: string,
  folder: number,
  file: number,
): Map<string, number> {
  const isFolder = (each: string) => lstatSync(path.join(lane.dir, each)).isDirectory();
  return new Map(partsOf(lane, name).map((each) => [each, isFolder(each) ? folder : file]));
}
