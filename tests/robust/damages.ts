/** All damages that are done to one cache. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Random } from '../hostile/random.ts';

export interface Damage {
  /** Below the cache folder; several where each is checked by itself, so that one build tries all. */
  files: string[];
  how: string;
  /** To be called with an absolute path. */
  do(file: string): void;
}

type Way = (bytes: Buffer, random: Random) => Buffer;

const ofBytes: Record<string, Way> = {
  cut: (bytes, random) => bytes.subarray(0, Math.floor(bytes.length * (0.2 + random.next() * 0.7))),
  emptied: () => Buffer.alloc(0),
  flipped: (bytes, random) => {
    const flipped = Buffer.from(bytes);
    if (flipped.length) flipped[random.below(flipped.length)]! ^= 1 << random.below(8);
    return flipped;
  },
};

const ofPlaces: Record<string, (file: string) => void> = {
  gone: (file) => rmSync(file, { recursive: true }),
  'a file in its place': (file) => {
    rmSync(file, { recursive: true });
    writeFileSync(file, 'a file');
  },
  'a folder in its place': (file) => {
    rmSync(file, { recursive: true });
    mkdirSync(file);
    writeFileSync(path.join(file, 'x'), 'a file');
  },
};

export interface DamageOptions {
  seed: number;
  /** How many of Node's own files (there are thousands, and it checks each by itself) one build meets. */
  together: number;
}

/** Links among the files are damaged as places: they have no bytes. */
export function damagesOf(
  { files, links, folders }: Record<'files' | 'links' | 'folders', string[]>,
  { seed, together }: DamageOptions,
): Damage[] {
  const isNodes = (file: string) => /(^|\/)node-code\/./.test(file);
  const nodes = files.filter(isNodes);
  const single = files.filter((file) => !isNodes(file));
  const groups = Array.from({ length: Math.ceil(nodes.length / together) }, (_, at) =>
    nodes.slice(at * together, (at + 1) * together),
  );
  const bytes = [...single.map((file) => [file]), ...groups].flatMap((group, at) =>
    Object.entries(ofBytes).map(([how, way], which) => {
      const random = new Random(seed + at * 3 + which);
      const change = (file: string) => writeFileSync(file, way(readFileSync(file), random));
      return { files: group, how, do: change };
    }),
  );
  const places = (list: string[], ways: string[]) =>
    list.flatMap((file) => ways.map((how) => ({ files: [file], how, do: ofPlaces[how]! })));
  const firstOf = new Map(single.map((file) => [path.dirname(file), file]));
  return [
    ...bytes,
    ...places([...firstOf.values()], ['gone', 'a folder in its place']),
    ...places(links, Object.keys(ofPlaces)),
    ...places(
      folders.filter((folder) => !isNodes(folder)),
      ['gone', 'a file in its place'],
    ),
  ];
}
