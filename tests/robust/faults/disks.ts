/** Real disks that are full, that may not be written, or that are others; only root may mount them. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FaultCase, FaultLane } from '../fault-lane.ts';

const mounts = new Set<string>();

function unmount(dir: string): void {
  spawnSync('umount', ['-l', dir]);
  mounts.delete(dir);
}

/** To be called before the folders go. */
export const unmountAll = (): void => [...mounts].forEach(unmount);

process.on('exit', unmountAll);

/** @returns whether a file system of so many bytes is there now */
function mount(dir: string, size: string): boolean {
  mkdirSync(dir, { recursive: true });
  if (mounts.has(dir)) return true;
  const args = ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', dir];
  if (process.platform !== 'linux' || spawnSync('mount', args).status !== 0) return false;
  mounts.add(dir);
  return true;
}

/** Whether this user may mount a disk; else these faults are left out. */
export function mayMount(dir: string): boolean {
  const may = mount(dir, '100k');
  if (may) unmount(dir);
  rmSync(dir, { recursive: true, force: true });
  return may;
}

const disk = (lane: FaultLane, name: string) => path.join(lane.dir, 'disks', name);

export const fullDisks: FaultCase[] = [
  {
    name: 'the output is another disk',
    ends: 'builds',
    out: (lane) => onDisk(lane, 'other', '20m'),
    run: (lane, out) => lane.build('after', out),
  },
  {
    name: 'disk full: the output, which is another disk',
    source: 'large',
    ends: 'fails',
    out: (lane) => onDisk(lane, 'small', '2m'),
    run: async (lane, out) => {
      const run = await lane.build('large', out);
      // The next build is to have room.
      spawnSync('mount', ['-o', 'remount,size=20m', path.dirname(out)]);
      return run;
    },
  },
  ...[0, 30, 150, 300].map(
    (free): FaultCase => ({
      name: `disk full: ${free} kB are left for the caches and the site`,
      ends: 'fails',
      run: (lane, out) => withLittleRoom(lane, free, () => lane.build('after', out)),
    }),
  ),
  {
    name: 'disk full: empty caches on a disk of 100 kB',
    ends: 'fails',
    run: (lane, out) => withCaches(lane, '100k', () => lane.build('after', out)),
  },
  {
    name: 'the folder around the output cannot be written',
    ends: 'fails',
    out: (lane) => onDisk(lane, 'closed', '20m'),
    run: async (lane, out) => {
      spawnSync('mount', ['-o', 'remount,ro', path.dirname(out)]);
      const run = await lane.build('after', out);
      spawnSync('mount', ['-o', 'remount,rw', path.dirname(out)]);
      return run;
    },
  },
  {
    name: 'the caches cannot be written',
    ends: 'builds',
    run: (lane, out) =>
      withCaches(lane, '20m', async () => {
        spawnSync('mount', ['-o', 'remount,ro', lane.cache]);
        const run = await lane.build('after', out);
        // It took the folder of the user's caches.
        rmSync(path.join(lane.home, '.cache'), { recursive: true, force: true });
        return run;
      }),
  },
];

/** @returns the place of a site on a disk of its own */
function onDisk(lane: FaultLane, name: string, size: string): string {
  if (!mount(disk(lane, name), size)) throw new Error('no second mount');
  return path.join(disk(lane, name), 'site');
}

/** The caches are an empty disk, for one run. */
async function withCaches<T>(lane: FaultLane, size: string, run: () => Promise<T>): Promise<T> {
  rmSync(lane.cache, { recursive: true, force: true });
  if (!mount(lane.cache, size)) throw new Error('no second mount');
  try {
    return await run();
  } finally {
    unmount(lane.cache);
  }
}

/** The caches are warm, on a disk that has so many kB left; what they hold then is what the next build finds. */
function withLittleRoom<T>(lane: FaultLane, free: number, run: () => Promise<T>): Promise<T> {
  return withCaches(lane, '60m', () => {
    lane.warm();
    const { bavail, bsize } = statfsSync(lane.cache);
    const filler = path.join(lane.cache, 'output');
    mkdirSync(filler, { recursive: true });
    writeFileSync(path.join(filler, 'filler'), Buffer.alloc(bavail * bsize - free * 1024));
    return run();
  });
}
