/** Finds MDX files that hold themselves, by way of others: rendering them would never end. */
import { readFileSync } from 'node:fs';
import { linesOutsideFences } from '../../shared/fence.ts';
import type { MdxFile } from '../context.ts';
import { resolveImport } from './resolve-import.ts';

const importLine = /^\s*import\s+(?:([A-Za-z_$][\w$]*)\s*(?:,[^'"]*)?from\s*)['"]([^'"]+)['"]/;
const tag = /<([A-Z]\w*)/g;

/** Whether the MDX file at a path holds `file` again. */
export function leadsBack(from: string, file: Pick<MdxFile, 'path' | 'root' | 'components'>) {
  const seen = new Set<string>();
  const todo = [from];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    if (next === file.path) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    todo.push(...heldBy(next, file));
  }
  return false;
}

/** The MDX files that a file imports to show, and the components of MDX that it names. */
function heldBy(holder: string, { root, components }: Pick<MdxFile, 'root' | 'components'>) {
  const held: string[] = [];
  for (const { line } of linesOutsideFences(read(holder))) {
    const source = importLine.exec(line)?.[2];
    const found = source && resolveImport(source, { path: holder, root });
    if (found && found !== 'elsewhere') held.push(found.path);
    for (const [, name] of line.matchAll(tag)) held.push(components.get(name!) ?? '');
  }
  return held.filter((file) => file.endsWith('.mdx'));
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/\r\n?/g, '\n');
  } catch {
    // Told where it is compiled.
    return '';
  }
}
