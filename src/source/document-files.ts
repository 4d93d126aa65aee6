/** The files of a document: the page and its includes, with ERB expanded. */
import path from 'node:path';
import type { Finding, Report } from '../diagnostics/diagnostic.ts';
import { nearest } from '../shared/nearest.ts';
import { readCodeFiles } from './code-files.ts';
import type { SourceFile } from './document.ts';
import type { ErbContext } from './erb/expand.ts';
import { expandFile } from './erb/expand-file.ts';
import { readInclude, type Page } from './read-page.ts';
import { resolveInclude } from './resolve-include.ts';
import type { Folder } from './scan-folder.ts';

/** Characters of a document beyond those of its files: includes that repeat, and partials. */
const MAX_REPEATED = 16 * 1024 * 1024;

/** @param erb holds the constants of the pages read before */
export function documentFiles(
  folder: Folder,
  { source, frontMatter, positions }: Page,
  erb: ErbContext,
  report: Report,
): SourceFile[] {
  const { file } = source;
  const expanded = (source: SourceFile): SourceFile => {
    const whole = expandFile(folder, source, erb, report);
    const codeFiles = readCodeFiles(folder, whole, report);
    return codeFiles.length ? { ...whole, codeFiles } : whole;
  };
  const page = expanded(source);
  const files = [page];
  const seen = new Set([file]);
  let repeated = page.text.length - source.text.length;
  const dir = path.posix.dirname(file);
  const places = [...new Set([path.posix.join(dir, 'includes'), 'includes', dir, '.'])];
  for (const name of frontMatter.includes) {
    const tell = (finding: Omit<Finding, 'file' | 'line'>) =>
      report({ file, line: positions.find(['includes'], name)?.line ?? 0, ...finding });
    const found = resolveInclude(folder, name, places);
    if ('problem' in found) {
      tell(found.problem === 'outside' ? outside(name) : missing(folder, source, name));
      continue;
    }
    if (found.file === file) {
      const message = `this page includes itself (“${name}”)`;
      tell({ kind: 'include-cycle', message, hint: 'remove it from `includes`' });
      continue;
    }
    const written = readInclude(folder, found.file, report);
    if (!written) continue;
    const include = expanded(written);
    repeated += include.text.length - (seen.has(found.file) ? 0 : written.text.length);
    seen.add(found.file);
    if (repeated > MAX_REPEATED) {
      const limit = `${MAX_REPEATED / 1048576} MB of text`;
      tell({
        kind: 'file-too-large',
        message:
          `with the include “${name}” this document repeats more than ${limit}; ` +
          'this include and those after it are left out',
        hint: 'include it once',
      });
      break;
    }
    files.push(include);
  }
  return files;
}

const outside = (name: string): Finding => ({
  kind: 'include-outside',
  message: `the include “${name}” lies outside the content folder`,
  hint: 'move it into includes/',
});

function missing(folder: Folder, { dialect }: SourceFile, name: string): Finding {
  const own = `includes/_${name}.${dialect === 'mdx' ? 'mdx' : 'md'}`;
  return {
    kind: 'include-missing',
    message: `the include “${name}” is not there`,
    quote: name,
    hint: `${nearInclude(folder, name)}create ${own}, or remove it from \`includes\``,
  };
}

/** A name that may be meant. */
function nearInclude(folder: Folder, name: string): string {
  const include = /^(?:.*\/)?includes\/(.*?)_?([^/]+?)(?:\.html)?\.(?:mdx?|markdown)(?:\.erb)?$/i;
  const names = [...folder.all].flatMap((file) => include.exec(file)?.slice(1).join('') ?? []);
  const near = nearest(name, names);
  return near && near !== name ? `did you mean “${near}”? Else ` : '';
}
