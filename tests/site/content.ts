/** Content folders that a test writes for itself. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface ContentFolder {
  dir: string;
  write(files: Record<string, string>): void;
  remove(): void;
}

/** @param files path → text */
export function contentFolder(files: Record<string, string>): ContentFolder {
  const dir = mkdtempSync(path.join(tmpdir(), 'phyllite-content-'));
  const write = (more: Record<string, string>) => {
    for (const [file, text] of Object.entries(more)) {
      mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
      writeFileSync(path.join(dir, file), text);
    }
  };
  write(files);
  return { dir, write, remove: () => rmSync(dir, { recursive: true, force: true }) };
}
