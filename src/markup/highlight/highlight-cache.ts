/**
 * Runs of colour kept on disk between builds, by content: one file, read when first asked, written whole at the end.
 * It is safe to delete; one that is broken, or that another version of Shiki or of the theme wrote, is ignored.
 */
import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { theme } from './code-theme.ts';
import type { Runs } from './runs.ts';

export interface HighlightCache {
  get(grammar: string, text: string): Runs | undefined;
  set(grammar: string, text: string, runs: Runs): void;
  /** Writes the file if anything changed. A failure to write is no failure of the build. */
  save(): void;
}

/** Raise it when the way from tokens to runs changes. */
const format = 5;

/** Numbers kept at most: some 8 MB of file, twenty times WooCommerce's reference. */
const numbersKept = 2_000_000;

const { version: shiki } = createRequire(import.meta.url)('shiki/package.json') as {
  version: string;
};

/** What a file must say to be believed. */
const stamp = `${format} ${shiki} ${hash('sha1', JSON.stringify(theme), 'hex').slice(0, 12)}`;

/**
 * @param dir the folder of the file, made when needed; null: nothing is read or written
 * @param also a folder of another thread's file, which is read too
 */
export function openHighlightCache(dir: string | null, also?: string): HighlightCache {
  if (dir === null) return { get: () => undefined, set: () => {}, save: () => {} };
  const file = path.join(dir, 'highlight.json');
  let kept: Record<string, Runs> | undefined;
  const used = new Map<string, Runs>();
  let changed = false;
  const keyOf = (grammar: string, text: string) => hash('sha1', `${grammar}\n${text}`, 'base64');
  return {
    get(grammar, text) {
      const key = keyOf(grammar, text);
      kept ??= { ...(also && read(path.join(also, 'highlight.json'))), ...read(file) };
      const runs = used.get(key) ?? (Object.hasOwn(kept, key) ? kept[key] : undefined);
      if (!isRuns(runs, text.length)) return undefined;
      used.set(key, runs);
      return runs;
    },
    set(grammar, text, runs) {
      used.set(keyOf(grammar, text), runs);
      changed = true;
    },
    save() {
      if (!changed) return;
      let numbers = 0;
      const entries: [string, Runs][] = [];
      // What this build used comes first, so that it is the last to go when there is too much.
      for (const entry of [
        ...used,
        ...Object.entries(kept ?? {}).filter(([key]) => !used.has(key)),
      ]) {
        numbers += entry[1].length + 10;
        if (numbers > numbersKept) break;
        entries.push(entry);
      }
      write(file, JSON.stringify({ stamp, runs: Object.fromEntries(entries) }));
      changed = false;
    },
  };
}

function read(file: string): Record<string, Runs> {
  try {
    const { stamp: found, runs } = JSON.parse(readFileSync(file, 'utf8')) as {
      stamp?: unknown;
      runs?: unknown;
    };
    if (found === stamp && typeof runs === 'object' && runs !== null)
      return runs as Record<string, Runs>;
  } catch {
    /* Not there yet, or broken: it is made anew. */
  }
  return {};
}

function write(file: string, text: string): void {
  const part = `${file}.${process.pid}`;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(part, text);
    renameSync(part, file);
  } catch {
    rmSync(part, { force: true });
  }
}

/** Whether it can be the runs of a text of this length. */
function isRuns(value: unknown, length: number): value is Runs {
  if (!Array.isArray(value) || value.length % 3) return false;
  let at = 0;
  for (let i = 0; i < value.length; i += 3) {
    const [start, end, kind] = value.slice(i, i + 3) as unknown[];
    if (!Number.isInteger(start) || !Number.isInteger(end) || !Number.isInteger(kind)) return false;
    if (
      (start as number) < at ||
      (end as number) <= (start as number) ||
      (end as number) > length ||
      (kind as number) < 1 ||
      (kind as number) > 8
    )
      return false;
    at = end as number;
  }
  return true;
}
