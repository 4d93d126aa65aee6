/** Builds one row of the table of hostile content through the command line. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Hostile } from './hostile.ts';
import { runPhyllite } from './phyllite.ts';

export interface HostileRun {
  status: number | null;
  seconds: number;
  /** Of all threads: on a busy machine a run takes longer than that, on an idle one less. */
  processor: number;
  /** Peak memory. */
  megabytes: number;
  /** What is wrong with how it ended. */
  problem?: string;
  /** Kinds of findings. */
  kinds: string[];
}

export async function runHostile(
  { files, links = {}, status: expected, says }: Hostile,
  size: number,
  scratch: string,
  args: string[] = [],
): Promise<HostileRun> {
  const dir = mkdtempSync(path.join(scratch, 'case-'));
  const root = path.join(dir, 'content'),
    out = path.join(dir, 'out');
  for (const [file, text] of Object.entries(files(size))) {
    mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  for (const [link, target] of Object.entries(links))
    symlinkSync(path.join(root, target), path.join(root, link));
  const { status, seconds, processor, megabytes, stdout, stderr } = await runPhyllite(
    ['build', root, '--out', out, ...args],
    { kill: 300 },
  );
  const kinds = [
    ...new Set(
      [...`${stderr}${stdout}`.matchAll(/(?:error|warning) ([a-z]+(?:-[a-z]+)+)/g)].map(
        ([, kind]) => kind!,
      ),
    ),
  ];
  const problem =
    status === null
      ? 'killed'
      : kinds.includes('internal') || /^phyllite: failed|^\s+at |heap out of memory/m.test(stderr)
        ? `failed: ${/(?:Phyllite failed|phyllite: failed): (.*)/.exec(stderr)?.[1]?.slice(0, 80) ?? stderr.slice(0, 80)}`
        : expected !== 'either' && status !== expected
          ? `status ${status}`
          : status === 0 && !existsSync(path.join(out, 'index.html'))
            ? 'no page'
            : status !== 0 && !kinds.length
              ? 'no diagnostic'
              : says && !says.test(stderr)
                ? `does not say ${says}`
                : undefined;
  rmSync(dir, { recursive: true, force: true });
  return {
    status,
    seconds,
    processor,
    megabytes,
    kinds,
    ...(problem !== undefined && { problem }),
  };
}
