/** The files of a description, opened as they are referred to. */
import { readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { DescriptionFile, isMap } from './description-file.ts';
import { MAX_ALL_BYTES, MAX_FILES, MAX_JSON_BYTES, MAX_YAML_BYTES } from './limits.ts';
import { parseJson, parseYaml, type Parsed } from './parse.ts';
import { Positions } from './positions.ts';
import type { Findings } from './findings.ts';
import { relativePath, isWithin } from '../../shared/files/paths.ts';

/** Why a file could not be opened; `broken` has been told already. */
export type Unopened = 'missing' | 'outside' | 'broken';

export class Files {
  readonly #root: string;
  /** Without links of the file system. */
  readonly #realRoot: string;
  readonly #findings: Findings;
  readonly #open = new Map<string, DescriptionFile | Unopened>();
  #bytes = 0;

  /** @param root folder outside of which nothing is read */
  constructor(root: string, findings: Findings) {
    this.#root = path.resolve(root);
    this.#realRoot = real(root) ?? this.#root;
    this.#findings = findings;
  }

  /**
   * Absolute paths of all files that were asked for, those that are missing too: a change of any
   * matters.
   */
  get paths(): string[] {
    return [...this.#open].filter(([, opened]) => opened !== 'outside').map(([file]) => file);
  }

  get opened(): DescriptionFile[] {
    return [...this.#open.values()].filter((file) => typeof file !== 'string');
  }

  /**
   * @param file absolute path
   * @param isRoot the description itself, which is YAML or JSON whatever it is called
   */
  open(file: string, isRoot = false): DescriptionFile | Unopened {
    // No file has such a name, and to ask for one throws.
    if (file.includes('\0')) return 'missing';
    let opened = this.#open.get(file);
    if (opened === undefined) {
      opened = this.#read(file, isRoot);
      this.#open.set(file, opened);
    }
    return opened;
  }

  #read(file: string, isRoot: boolean): DescriptionFile | Unopened {
    if (!isWithin(file, this.#root)) return 'outside';
    const target = real(file);
    if (target === undefined) return 'missing';
    if (!isWithin(target, this.#realRoot)) return 'outside';
    const name = relativePath(this.#root, file);
    let bytes: Buffer;
    try {
      const stat = statSync(target);
      if (!stat.isFile()) return 'missing';
      this.#bytes += stat.size;
      const most = kindOf(file) === 'yaml' ? MAX_YAML_BYTES : MAX_JSON_BYTES;
      if (stat.size > most || this.#bytes > MAX_ALL_BYTES || this.#open.size > MAX_FILES) {
        this.#findings.add({
          kind: 'openapi-too-large',
          severity: 'error',
          file: name,
          line: 1,
          column: 1,
          message: `the description is too large to be read: ${Math.round(stat.size / 1e6)} MB`,
          hint: 'split it, or leave out what readers do not need',
        });
        return 'broken';
      }
      bytes = readFileSync(target);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
      if (code === 'ENOENT') return 'missing';
      this.#findings.add({
        kind: 'file-unreadable',
        severity: 'error',
        file: name,
        line: 1,
        column: 1,
        message: `this file cannot be read (${code})`,
        hint: 'check its permissions',
      });
      return 'broken';
    }
    const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
    const kind = kindOf(file);
    if (kind === 'text' && !isRoot)
      return new DescriptionFile(file, name, text, new Positions(text, false));
    const isJson = kind === 'json' || (kind !== 'yaml' && /^\s*[{[]/.test(text));
    return this.#parse(file, name, text, { isJson, isSure: isRoot || kind !== 'unknown' });
  }

  /** @param isSure it has to be YAML or JSON; else it may be a sample that is referred to */
  #parse(
    file: string,
    name: string,
    text: string,
    { isJson, isSure }: { isJson: boolean; isSure: boolean },
  ): DescriptionFile | Unopened {
    let parsed: Parsed = isJson ? parseJson(text) : parseYaml(text);
    let positions = new Positions(text, isJson, parsed.offsets);
    // JSON with comments or commas too many is YAML all the same, and other tools take it.
    if (isJson && parsed.fault && text.length < MAX_YAML_BYTES) {
      const asYaml = parseYaml(text);
      if (asYaml.value !== undefined && asYaml.value !== null) {
        positions = new Positions(text, false, asYaml.offsets);
        parsed = { value: asYaml.value, fault: parsed.fault };
      }
    }
    if (!isSure && (parsed.fault || !isMap(parsed.value)))
      return new DescriptionFile(file, name, text, new Positions(text, false));
    if (parsed.fault) {
      const isReadable = parsed.value !== undefined;
      this.#findings.add({
        kind: 'openapi-syntax',
        severity: isReadable ? 'warning' : 'error',
        file: name,
        ...positions.of(parsed.fault.offset),
        message: `this is not valid ${isJson ? 'JSON' : 'YAML'}: ${parsed.fault.message}`,
        hint: isReadable
          ? 'it was read all the same; mend it for other tools'
          : 'mend it here, or a few lines before',
      });
      if (!isReadable) return 'broken';
    }
    return new DescriptionFile(file, name, parsed.value, positions);
  }
}

type Kind = 'json' | 'yaml' | 'text' | 'unknown';

/** A `$ref` to `.md`, `.js` or `.php` is text, whatever it looks like. */
function kindOf(file: string): Kind {
  const extension = path.extname(file).toLowerCase();
  if (extension === '.json') return 'json';
  if (extension === '.yaml' || extension === '.yml') return 'yaml';
  return extension === '' ? 'unknown' : 'text';
}

function real(file: string): string | undefined {
  try {
    return realpathSync(file);
  } catch {
    return undefined;
  }
}
