/**
 * Every `<pre>` becomes a sample: a labelled, highlighted figure. Neighbouring samples of tab
 * languages become a group, of which the page shows the chosen language.
 */
import type { Element, ElementContent, Parents, Root } from 'hast';
import { tabLabel } from '../../source/front-matter/tab-label.ts';
import { marksOf } from './code-marks.ts';
import { takeCodeComments } from './code-comments.ts';
import { type CodeFileContext, fillFromFiles } from './code-file.ts';
import { consoleMarks, isConsole } from './console-marks.ts';
import { type Fence, readFence } from './fence.ts';
import type { FenceMeta } from './fence-meta.ts';
import { requestSamples } from './request-samples.ts';
import type { Grammar } from '../highlight/grammars.ts';
import type { Highlighter } from '../highlight/highlight.ts';
import { type AnswerLabel, joinAnswers } from './answers.ts';
import { grouped } from './sample-groups.ts';
import { element } from '../../shared/hast/element.ts';
import { classesOf, isElement, textOf } from '../../shared/hast/text.ts';

export interface CodeContext extends CodeFileContext {
  highlight: Highlighter;
}

/** Longer blocks are shown cut, where there is script to open them. */
const MAX_LINES = 40;

export function codeStep(tree: Root, context: CodeContext): void {
  fillFromFiles(tree, context);
  requestSamples(tree, context);
  const labels = new Map(context.tabs.map((tab) => [tab.name, tab.label]));
  walk(tree, { ...context, labels, unknown: new Set(), answers: new Map() });
}

interface Run extends CodeContext {
  labels: ReadonlyMap<string, string>;
  /** Unknown languages, each reported once a file. */
  unknown: Set<string>;
  /** Answers in no tab language, with what their tabs say. */
  answers: Map<ElementContent, AnswerLabel>;
}

function walk(parent: Parents, run: Run): void {
  let changed = false;
  const children = (parent.children as ElementContent[]).map((child) => {
    if (!isElement(child)) return child;
    if (
      child.tagName === 'pre' &&
      !(isElement(parent as Element, 'figure') && classesOf(parent as Element).includes('sample'))
    ) {
      changed = true;
      return child.properties.dataFence === undefined ? rawSample(child) : sample(child, run);
    }
    walk(child, run);
    return child;
  });
  if (!changed) return;
  const samples = grouped(children, [...run.labels.keys()]);
  parent.children = joinAnswers(samples, run.answers) as typeof parent.children;
}

/** A fence as written, but for the line break before the closing marks. */
function sample(pre: Element, run: Run): Element {
  const fence = readFence(pre, run.tabs);
  const { language, meta, code } = fence;
  const tab = run.labels.get(language);
  const grammar = run.highlight.grammarOf(language);
  checkFence(fence, run);
  const { text, marks } = takeCodeComments(fence.text);
  const name = typeof grammar === 'string' ? undefined : grammar.name;
  const skipped = isConsole(language) && !meta.copyAll ? consoleMarks(text) : [];
  const html = run.highlight.html(text, name, {
    marks: [...skipped, ...marksOf(text, meta, marks)],
    isMade: pre.properties.dataMade !== undefined,
  });
  const figure = figureOf(pre, caption(language, tab, meta, grammar), {
    ...(tab !== undefined && { dataLanguage: language }),
    ...(meta.status !== undefined && { dataStatus: meta.status }),
    ...(meta.wrap !== undefined && { dataWrap: String(meta.wrap) }),
    ...(meta.center && { dataCenter: '' }),
    ...((meta.collapse ?? lineCount(text) > MAX_LINES) && { dataCollapse: true }),
  });
  if (meta.status !== undefined && tab === undefined)
    run.answers.set(figure, {
      status: meta.status,
      title: meta.title ?? meta.reason,
      format: language && tabLabel(language),
    });
  const { dataHoles } = pre.properties;
  pre.properties = { dataFence: fence.written, ...(dataHoles !== undefined && { dataHoles }) };
  const { dataMeta } = code.properties;
  const shown = { ...(dataMeta !== undefined && { dataMeta }) };
  pre.children = [element('code', shown, [{ type: 'raw', value: html }])];
  return figure;
}

/** Tells what of a fence's first line says nothing. */
function checkFence({ language, unknown, line }: Fence, run: Run): void {
  for (const piece of unknown)
    run.report({
      kind: 'fence-meta-unknown',
      file: run.file,
      line,
      quote: piece,
      message: `“${piece}” after the fence’s language is not known`,
      hint:
        'write title="…", status=200, {2,4-6}, ins={…}, del={…}, wrap, collapse, center, ' +
        'samples or file="…", or remove it',
    });
  if (
    run.highlight.grammarOf(language) !== 'unknown' ||
    run.labels.has(language) ||
    run.unknown.has(language)
  )
    return;
  run.unknown.add(language);
  run.report({
    kind: 'fence-language-unknown',
    file: run.file,
    line,
    quote: language,
    message: `the fence’s language “${language}” is not known, so its code is shown as plain text`,
    hint: 'use the name of a language that Shiki knows, or text',
  });
}

/** An author's own `<pre>`: what it holds stays as it is. */
function rawSample(pre: Element): Element {
  return figureOf(pre, '', {
    ...(classesOf(pre).includes('center-column') && { dataCenter: '' }),
    ...(lineCount(textOf(pre)) > MAX_LINES && { dataCollapse: true }),
  });
}

function figureOf(pre: Element, caption: string, properties: Element['properties']): Element {
  const { dataLine } = pre.properties;
  delete pre.properties.dataLine;
  return element(
    'figure',
    { className: ['sample'], ...properties, ...(dataLine !== undefined && { dataLine }) },
    caption ? [element('figcaption', { dataGenerated: true }, [caption]), pre] : [pre],
  );
}

/** `Ruby · five best players`, `200 OK · JSON`; empty where there is nothing to say. */
function caption(
  language: string,
  tab: string | undefined,
  meta: FenceMeta,
  grammar: Grammar,
): string {
  const status = meta.status && [meta.status, meta.reason].filter(Boolean).join(' ');
  const label = tab ?? (language && grammar !== 'plain' ? tabLabel(language) : '');
  // A title says more than a format's name; a tab's label is needed.
  return [status, meta.title && tab === undefined ? '' : label, meta.title]
    .filter(Boolean)
    .join(' · ');
}

const lineCount = (text: string): number => text.split('\n').length;
