/**
 * Requests as samples: ```` ```http samples ```` becomes a fence in each tab language that has none
 * of its own beside it.
 */
import type { Element, ElementContent, Parents, Root } from 'hast';
import type { Report } from '../../diagnostics/diagnostic.ts';
import { findSampleLanguage, makeSample, type SampleLanguage } from '../../samples/make-sample.ts';
import { piecesOf } from '../../samples/code/fill-holes.ts';
import type { HttpRequest } from '../../samples/request/http-request.ts';
import { parseRequest } from '../../samples/parse/parse-request.ts';
import type { LanguageTab } from '../../source/front-matter/front-matter.ts';
import type { FenceMeta } from './fence-meta.ts';
import { type Fence, fenceElement, isFence, readFence } from './fence.ts';

export interface RequestContext {
  file: string;
  report: Report;
  tabs: readonly LanguageTab[];
}

/** What stands beside a request, in one run of fences. */
interface Beside {
  /** Languages that the author has written. */
  languages: Set<string>;
  /** What comes back is shown, and is JSON. */
  answersJson: boolean;
}

const nothingBeside = (): Beside => ({ languages: new Set(), answersJson: false });

/** A name that a fence bears, and the language whose client sends the request there. */
interface Target {
  name: string;
  language: SampleLanguage;
}

export function requestSamples(tree: Root, context: RequestContext): void {
  const walk = (parent: Parents): void => {
    const children = parent.children as ElementContent[];
    if (children.some(isFence))
      parent.children = expanded(children, context) as typeof parent.children;
    for (const child of children) if (child.type === 'element' && !isFence(child)) walk(child);
  };
  walk(tree);
}

/** Fences with nothing but white space and comments between are beside each other. */
function expanded(children: ElementContent[], context: RequestContext): ElementContent[] {
  if (!children.some(isMarked)) return children;
  const fences = new Map(
    children.filter(isFence).map((pre) => [pre as ElementContent, readFence(pre, context.tabs)]),
  );
  if (![...fences.values()].some(isRequest)) return children;
  let beside = nothingBeside();
  const besides = new Map<ElementContent, Beside>();
  for (const child of children) {
    const fence = fences.get(child);
    if (fence) {
      if (!isRequest(fence)) beside.languages.add(fence.language);
      if (isJsonAnswer(fence)) beside.answersJson = true;
      besides.set(child, beside);
    } else if (child.type === 'element' || (child.type === 'text' && child.value.trim()))
      beside = nothingBeside();
  }
  return children.flatMap((child) => {
    const fence = fences.get(child);
    return fence && isRequest(fence) ? samplesOf(fence, besides.get(child)!, context) : [child];
  });
}

/** Most fences need not be read here. */
const isMarked = (pre: ElementContent): boolean =>
  isFence(pre) &&
  [pre, ...pre.children].some(
    (node) => node.type === 'element' && /samples/.test(String(node.properties.dataMeta ?? '')),
  );

const isRequest = ({ language, meta }: Fence): boolean =>
  language.toLowerCase() === 'http' && meta.samples !== undefined;

const isJsonAnswer = ({ language, meta }: Fence): boolean =>
  meta.status?.startsWith('2') === true && /^json/i.test(language);

/** @returns the fences; where none can be made the request as it is */
function samplesOf(fence: Fence, beside: Beside, context: RequestContext): Element[] {
  const { pre, meta, line, text } = fence;
  const { request, findings } = parseRequest(text);
  const [, from, first] = /^(.*):(\d+)$/.exec(String(pre.properties.dataFrom ?? '')) ?? [];
  for (const finding of findings)
    context.report({
      ...finding,
      file: from ?? context.file,
      line: finding.line + (from ? Number(first) - 1 : line),
    });
  if (!request) return [pre];
  const targets = targetsOf(fence, context);
  const isJson = beside.answersJson || meta.answersJson;
  const made = targets
    .filter(({ name }) => !beside.languages.has(name))
    .flatMap(({ name, language }) => {
      const sent = withBodyHoles(request);
      const sample = makeSample(isJson ? { ...sent, answer: 'json' } : sent, language);
      if (!sample) return [];
      const made = fenceElement(name, metaOf(meta), sample.code, line);
      made.properties.dataMade = '';
      // What a reader types into a form is filled into its holes.
      if (sample.holes.length) made.properties.dataHoles = JSON.stringify(piecesOf(sample));
      return [made];
    });
  // A tab of raw requests shows this one.
  if (context.tabs.some(({ name }) => name === fence.language)) return [pre, ...made];
  return made.length || targets.some(({ name }) => beside.languages.has(name)) ? made : [pre];
}

/** What a form of "try it" has fields for is a hole, whether the author wrote `{name}` or a value. */
function withBodyHoles(request: HttpRequest): HttpRequest {
  const { body } = request;
  if (body.kind === 'json') return { ...request, body: { ...body, hole: '' } };
  if (body.kind !== 'form') return request;
  const fields = body.fields.map((field) => {
    const [shown, ...others] = field.value;
    const isOne = typeof shown === 'string' && !others.length;
    return isOne ? { ...field, value: [{ hole: field.name, shown }] } : field;
  });
  return { ...request, body: { ...body, fields } };
}

/** The tabs that samples can be made for, or those that the author has chosen of them. */
function targetsOf({ meta, line }: Fence, { tabs, file, report }: RequestContext): Target[] {
  const all = tabs.flatMap(({ name }): Target[] => {
    const language = findSampleLanguage(name);
    return language ? [{ name, language }] : [];
  });
  if (!Array.isArray(meta.samples))
    return tabs.length ? all : [{ name: 'shell', language: 'shell' }];
  return meta.samples.flatMap((wanted): Target[] => {
    const language = findSampleLanguage(wanted);
    if (!tabs.length && language) return [{ name: wanted, language }];
    const exact = all.filter(({ name }) => name === wanted);
    const chosen = exact.length ? exact : all.filter((target) => target.language === language);
    if (!chosen.length)
      report({
        kind: 'samples-language',
        file,
        line,
        quote: wanted,
        message: language
          ? `“${wanted}” is none of the languages of \`language_tabs\``
          : `no sample can be made in “${wanted}”`,
        hint: `name some of ${all.map(({ name }) => name).join(', ') || 'shell, python, javascript'}`,
      });
    return chosen;
  });
}

/** What of a fence's meta holds for its samples, too. */
function metaOf({ title, center, wrap, collapse }: FenceMeta): string {
  const flag = (name: string, value: boolean | undefined) =>
    value === undefined ? '' : value ? name : `no${name}`;
  const quote = title?.includes('"') ? "'" : '"';
  return [
    title !== undefined && `title=${quote}${title}${quote}`,
    center && 'center',
    flag('wrap', wrap),
    flag('collapse', collapse),
  ]
    .filter(Boolean)
    .join(' ');
}
