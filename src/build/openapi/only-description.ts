/** A site of nothing but a description: the file itself, or the only source of a folder. */
import { closeSync, openSync, readSync } from 'node:fs';
import path from 'node:path';

/** @param assets files of the folder, relative to `root` */
export function onlyDescription(assets: string[], root: string): string | undefined {
  const likely = assets
    .filter((file) => /^[^/]+\.(?:ya?ml|json)$/i.test(file))
    .sort((a, b) => Number(isUsual(b)) - Number(isUsual(a)));
  return likely.find((file) => isDescription(path.join(root, file)));
}

const isUsual = (file: string): boolean => /^(?:openapi|swagger)\./i.test(file);

/** Bytes in which a description says what it is. */
const HEAD = 65_536;

/** @param file absolute path. @returns whether it says so in its first lines */
export function isDescription(file: string): boolean {
  const head = Buffer.alloc(HEAD);
  try {
    const opened = openSync(file, 'r');
    try {
      const text = head.toString('utf8', 0, readSync(opened, head, 0, HEAD, 0));
      return /(?:^|[{,])\s*["']?(?:openapi|swagger)["']?\s*:/m.test(text);
    } finally {
      closeSync(opened);
    }
  } catch {
    return false;
  }
}
