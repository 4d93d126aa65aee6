/** `phyllite init DIR [--from SOURCE]`: what an owner needs to begin, and nothing else. */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { code, urlMarks } from '../../build/project.ts';
import { listFiles } from '../../publish/list-files.ts';
import { copySource, type Copied } from './copy-source.ts';
import { CallError } from '../arguments.ts';

export interface InitOptions {
  /** Absolute path of the folder to fill; it is made where it is missing. */
  dir: string;
  /** Absolute path of a Slate source, of a folder with one, or of an OpenAPI description. */
  from?: string;
  /** Of this Phyllite: what package.json asks for. */
  version: string;
  /** Absolute path of the package, where it did not come from a registry. */
  tarball?: string;
  /** The package manager that runs it, as it calls itself: `pnpm/12.21.0 …`. */
  agent?: string;
}

const template = path.join(code, 'cli/init/template');

/** By their names in the template: npm leaves out a `.gitignore` that a package holds. */
const targets: Record<string, string> = {
  gitignore: '.gitignore',
  'github/pages.yml': '.github/workflows/pages.yml',
  'yarn/yarnrc.yml': '.yarnrc.yml',
  // Yarn takes a folder below another project for a part of it, unless it has one.
  'yarn/lock': 'yarn.lock',
  'pnpm/pnpm-workspace.yaml': 'pnpm-workspace.yaml',
};

/** @returns what to tell the owner, a line each. @throws CallError */
export function init({ dir, from, version, tarball, agent = '' }: InitOptions): string[] {
  const [mark] = urlMarks.exec(dir) ?? [];
  if (mark) throw new CallError(`Phyllite cannot work in ${dir}; name a folder without “${mark}”`);
  const [manager = 'npm'] = /^(pnpm|yarn)(?!\/1\.)/.exec(agent) ?? [];
  const name = path.basename(dir);
  const kept = tarball && path.basename(tarball);
  const asked = kept ? `file:./${kept}` : version;
  const files = new Map(
    listFiles(template)
      // What one package manager needs, and the content where it is copied, have no place in others.
      .filter((file) => !/^(pnpm|yarn)\//.test(file) || file.startsWith(`${manager}/`))
      .filter((file) => from === undefined || !file.startsWith('content/'))
      .map((file) => [targets[file] ?? file, filled(file, { name, version: asked })]),
  );
  const project = path.join(dir, 'package.json');
  // Made by `npm install phyllite` in an empty folder.
  if (existsSync(project))
    files.set('package.json', extended(project, JSON.parse(files.get('package.json')!)));
  const taken = [...files.keys(), 'content'].find(
    (file) => file !== 'package.json' && existsSync(path.join(dir, file)),
  );
  if (taken)
    throw new CallError(`${path.join(dir, taken)} is there already; name a new or empty folder`);
  const copied = wholly(dir, () => {
    const content = from === undefined ? undefined : copySource(from, path.join(dir, 'content'));
    for (const [file, text] of files) write(path.join(dir, file), text);
    if (tarball && !existsSync(path.join(dir, kept!))) cpSync(tarball, path.join(dir, kept!));
    return content;
  });
  return [...(copied?.report ?? []), ...nextSteps(dir, manager, copied)];
}

type Project = Partial<
  Record<'scripts' | 'dependencies' | 'devDependencies' | 'allowScripts', object>
>;

/** @returns a package.json with the scripts of the template; what it says itself stays */
function extended(file: string, { scripts, devDependencies, allowScripts }: Project): string {
  let own: Project;
  try {
    own = JSON.parse(readFileSync(file, 'utf8')) as Project;
  } catch {
    throw new CallError(`${file} is not valid JSON; mend it, or name a new folder`);
  }
  const installed = { ...own.dependencies, ...own.devDependencies };
  return `${JSON.stringify(
    {
      ...own,
      scripts: { ...scripts, ...own.scripts },
      ...(!('phyllite' in installed) && {
        devDependencies: { ...own.devDependencies, ...devDependencies },
      }),
      allowScripts: { ...allowScripts, ...own.allowScripts },
    },
    null,
    2,
  )}\n`;
}

/** A file of the template with the names of this project in it. */
function filled(file: string, { name, version }: { name: string; version: string }): string {
  const text = readFileSync(path.join(template, file), 'utf8');
  // A package's name knows small Latin letters only; a title in YAML may need quotes.
  const packageName =
    name
      .toLowerCase()
      .replace(/[^a-z0-9._-]+/g, '-')
      .replace(/^[._-]+|-+$/g, '') || 'docs';
  const shown = file.endsWith('.json')
    ? packageName
    : file.endsWith('.mdx')
      ? JSON.stringify(name)
      : name;
  return text.replaceAll('NAME', () => shown).replaceAll('VERSION', () => version);
}

/** Fills a folder. Where that fails, the folder goes again if it was new, else the content in it. */
function wholly<T>(dir: string, fill: () => T): T {
  const made = makeFolder(dir);
  try {
    return fill();
  } catch (error) {
    rmSync(made ?? path.join(dir, 'content'), { recursive: true, force: true });
    throw error;
  }
}

/** @returns the outermost folder that had to be made. @throws CallError */
function makeFolder(dir: string): string | undefined {
  try {
    return mkdirSync(dir, { recursive: true });
  } catch (error) {
    throw cannotWrite(dir, error);
  }
}

function write(file: string, text: string): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  } catch (error) {
    throw cannotWrite(file, error);
  }
}

const cannotWrite = (file: string, error: unknown): CallError =>
  new CallError(
    `cannot write ${file} (${(error as NodeJS.ErrnoException).code}); name a folder that can be written`,
  );

function nextSteps(dir: string, manager: string, copied: Copied | undefined): string[] {
  const shown = path.relative(process.cwd(), dir) || '.';
  return [
    `Made ${shown} with ${copied ? 'your content' : 'a first page'} in ${path.join(shown, 'content')}. Now:`,
    ...(shown === '.' ? [] : [`  cd ${/[^\w./-]/.test(shown) ? JSON.stringify(shown) : shown}`]),
    `  ${manager} install`,
    `  ${manager} run dev`,
  ];
}
