/** A site of nothing but a description: the file itself, or the only source of a folder. */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** @param assets files of the folder, relative to `root` */
export function onlyDescription(assets: string[], root: string): string | undefined {
  const likely = assets
    .filter((file) => /^[^/]+\.(?:ya?ml|json)$/i.test(file))
    .sort((a, b) => Number(isUsual(b)) - Number(isUsual(a)));
  return likely.find((file) => isDescription(path.join(root, file)));
}

const isUsual = (file: string): boolean => /^(?:openapi|swagger)\./i.test(file);

/** Bytes; what is larger is no description that can be read. */
const MAX_BYTES = 100_000_000;

/**
 * @param file absolute path
 * @returns whether a key at its top says so, wherever it stands: many tools sort keys by name
 */
export function isDescription(file: string): boolean {
  try {
    if (statSync(file).size > MAX_BYTES) return false;
    return /(?:^|[{,]\s*)["']?(?:openapi|swagger)["']?\s*:/m.test(readFileSync(file, 'utf8'));
  } catch {
    return false;
  }
}
