/** Checksums of a folder that is kept: what does not fit them is not used. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from '../publish/list-files.ts';
import { digest } from '../shared/files/digest.ts';

const name = 'checksums.json';

/** To be called when the folder is whole. */
export function writeChecksums(dir: string): void {
  writeFileSync(path.join(dir, name), sumsOf(dir));
}

/** @returns whether the folder is there, and is what it was when its checksums were written */
export function isIntact(dir: string): boolean {
  try {
    return readFileSync(path.join(dir, name), 'utf8') === sumsOf(dir);
  } catch {
    return false;
  }
}

function sumsOf(dir: string): string {
  const files = listFiles(dir).filter((file) => file !== name);
  const sums = files.map((file) => [file, digest(readFileSync(path.join(dir, file)))]);
  return JSON.stringify(Object.fromEntries(sums));
}
