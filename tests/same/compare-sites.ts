/** Two built sites, file by file. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * A hashed asset without its hash: `_astro/page.Bx3f9a1c.css` → `_astro/*.css`, also where one names another. Pagefind's
 * filters are named by their bytes, and up to 0.1.0 their order was by chance.
 */
const hashed = /(_astro\/|(?<=[`'"])\.\/)[\w~.-]+?\.[\w-]{8,10}\.(css|js|json|svg)/g;
const byChance = /^pagefind\/(filter\/.*|.*\.pf_meta|pagefind-entry\.json)$/;

/** A line a file that differs, is new or is gone. */
export function compareSites(before: string, after: string): string[] {
  const [a, b] = [filesOf(before), filesOf(after)];
  const lines: string[] = [];
  for (const [file, content] of a) {
    const other = b.get(file);
    if (other === undefined) lines.push(`gone: ${file}`);
    else if (!content.equals(other)) lines.push(`${file}: ${firstDifference(content, other)}`);
  }
  for (const file of b.keys()) if (!a.has(file)) lines.push(`new: ${file}`);
  return lines;
}

function filesOf(dir: string): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  if (!existsSync(dir)) return files;
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(dir, file).replaceAll('\\', '/').replace(hashed, '$1*.$2');
    if (byChance.test(name)) continue;
    const content = readFileSync(file);
    // Two assets may share a name once their hashes are gone.
    const text = Buffer.concat([files.get(name) ?? Buffer.alloc(0), withoutHashes(file, content)]);
    files.set(name, text);
  }
  return files;
}

const withoutHashes = (file: string, content: Buffer): Buffer =>
  /\.(html|json|js|css|txt|xml|md)$/.test(file)
    ? Buffer.from(content.toString('latin1').replace(hashed, '$1*.$2'), 'latin1')
    : content;

function firstDifference(a: Buffer, b: Buffer): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const shown = (content: Buffer) =>
    JSON.stringify(content.subarray(Math.max(0, at - 30), at + 50).toString('utf8'));
  return `${a.length} → ${b.length} bytes, first at ${at}: ${shown(a)} → ${shown(b)}`;
}
