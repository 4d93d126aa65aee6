/** From the YAML between the dashes to `FrontMatter`. */
import type { core, z } from 'astro/zod';
import type { Finding, Report } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../shared/nearest.ts';
import { directionOf } from '../direction.ts';
import { defaultFrontMatter, frontMatterSchema, type FrontMatter } from './front-matter.ts';
import { Positions, type Path } from './positions.ts';
import { noSettings, type SiteSettings } from '../site-settings.ts';
import { isMapping, isScalar, type Complaint } from './value-types.ts';
import { readYaml, type YamlText } from './yaml.ts';

/** English words near to a key that other tools give a meaning of their own. */
const others = new Set(
  (
    'id name page pages themes titles column land links file files header versions centre ' +
    'centered word references redirect url link images'
  ).split(' '),
);

/** Each takes out all that can be seen to be wrong: two or three do. */
const MAX_ROUNDS = 10;

type Key = keyof typeof frontMatterSchema.shape;
const isKey = (name: string): name is Key => Object.hasOwn(frontMatterSchema.shape, name);

/** What a page has where its front matter says nothing. A new object each time. */
export const inherited = ({ frontMatter }: SiteSettings = noSettings): FrontMatter => ({
  ...defaultFrontMatter(),
  ...structuredClone(frontMatter),
});

/**
 * Reads front matter. Everything that is wrong with it is reported, and the default holds in its
 * place: whether that stops the build is for the table of kinds to say.
 * @param source its text is what `splitFrontMatter` found; an empty one gives the defaults
 * @param settings what holds where the page says nothing
 */
export function readFrontMatter(
  source: YamlText,
  settings: SiteSettings = noSettings,
): {
  frontMatter: FrontMatter;
  positions: Positions;
} {
  const frontMatter = inherited(settings);
  frontMatter.data = { ...settings.data };
  const yaml = readYaml(source);
  if (!yaml) return { frontMatter, positions: new Positions() };
  const { data, written, positions } = yaml;
  const given = readKeys(written, positions, ({ kind, ...finding }) =>
    source.report({ kind, file: source.file, ...finding }),
  );
  const theme = { ...frontMatter.theme, ...given.theme };
  Object.assign(frontMatter, given, { theme, data: { ...settings.data, ...data } });
  frontMatter.titled = isScalar(written['title']) && frontMatter.title !== '';
  if (!frontMatter.titled) frontMatter.title = defaultFrontMatter().title;
  frontMatter.dir =
    given.dir ??
    (given.lang === undefined ? settings.frontMatter.dir : undefined) ??
    directionOf(frontMatter.lang);
  // Without panes there is no code column.
  if (frontMatter.layout === 'page') frontMatter.columns = 2;
  return { frontMatter, positions };
}

/** Reads the values of keys. What is wrong with them is reported, and left out. */
export function readKeys(
  written: Record<string, unknown>,
  positions: Positions,
  report: Report,
): Partial<FrontMatter> {
  const given: Partial<FrontMatter> = {};
  for (const [name, value] of Object.entries(written)) {
    if (!isKey(name)) reportNearMiss(name, written, positions, report);
    else if (value !== null)
      Object.assign(given, readKey(frontMatterSchema.shape, name, value, positions, report));
  }
  return given;
}

function reportNearMiss(
  name: string,
  written: Record<string, unknown>,
  positions: Positions,
  report: Report,
): void {
  const meant = others.has(name) ? undefined : nearest(name, Object.keys(frontMatterSchema.shape));
  if (!meant || Object.hasOwn(written, meant)) return;
  report({
    kind: 'front-matter-key',
    ...positions.at([name])?.key,
    message: `there is no key \`${name}\``,
    hint: `if \`${meant}\` is meant, write \`${meant}\``,
  });
}

/**
 * One key's value. What does not fit is reported and taken out, and the rest is read again.
 * @returns an object that holds the key, or not where nothing of its value fits
 */
export function readKey(
  shape: Record<string, z.ZodType>,
  name: string,
  value: unknown,
  positions: Positions,
  report: Report,
): Record<string, unknown> {
  const left: Record<string, unknown> = { [name]: value };
  /** What holds a value that was taken out: a group without its title is no group, which was told. */
  const holders = new Set<string>();
  const findings: Finding[] = [];
  let read;
  for (let round = 0; round < MAX_ROUNDS && name in left; round += 1) {
    read = shape[name]!.safeParse(left[name], { reportInput: true });
    if (read.success) break;
    const refused = read.error.issues.map((issue) => {
      const path = pathIn(left, [name, ...issue.path]);
      if (!holders.has(JSON.stringify(path))) findings.push(findingOf(issue, path, positions));
      return path;
    });
    for (const path of refused) {
      takeOut(left, path);
      for (const at of path.keys()) holders.add(JSON.stringify(path.slice(0, at)));
    }
  }
  findings.sort((a, b) => a.line! - b.line! || a.column! - b.column!).forEach(report);
  return name in left && read?.success ? { [name]: read.data } : {};
}

/** A path as it is written: a value that stands alone is no item of a list. */
function pathIn(value: unknown, path: Path): Path {
  const [step, ...rest] = path;
  if (step === undefined) return [];
  if (typeof step === 'number' && !Array.isArray(value)) return pathIn(value, rest);
  return [step, ...pathIn(Object(value)[step], rest)];
}

/** Takes a value out of the mapping or list that holds it; out of a single value, all of it. */
function takeOut(holder: object, [step, ...rest]: Path): void {
  const value: unknown = Reflect.get(holder, step!);
  if (rest.length && typeof value === 'object' && value !== null) takeOut(value, rest);
  else if (Array.isArray(holder)) holder[Number(step)] = null;
  else Reflect.deleteProperty(holder, step!);
}

function findingOf(issue: core.$ZodIssue, path: Path, positions: Positions): Finding {
  const params: Partial<Complaint> = (issue.code === 'custom' && issue.params) || {};
  const place = positions.at(path)?.[params.ofKey ? 'key' : 'value'];
  const names = path.filter((step) => typeof step === 'string');
  const named = (text: string): string =>
    text.replaceAll('{key}', names.join('.')).replaceAll('{map}', names.slice(0, -1).join('.'));
  const message = params.message ?? `\`{key}\` takes ${params.expected}, not `;
  return {
    kind: params.kind ?? 'front-matter-type',
    ...place,
    message: named(message) + (params.message ? '' : inWords(issue.input)),
    hint: named(params.hint ?? ''),
  };
}

/** What stands there, in the author's terms. */
function inWords(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (isMapping(value)) return 'a map';
  if (typeof value === 'function') return 'a function';
  if (!isScalar(value)) return 'nothing';
  const text = String(value).trim();
  if (/^(true|false)$/i.test(text) || (text && !Number.isNaN(Number(text)))) return text;
  const short = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return `“${short.replace(/\s+/g, ' ')}”`;
}
