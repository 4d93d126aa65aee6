/**
 * Samples of an operation's request: the owner's where there are any, else made from the request.
 */
import { findSampleLanguage, makeSample } from '../../samples/make-sample.ts';
import { piecesOf } from '../../samples/code/fill-holes.ts';
import type { Piece } from '../../shared/sample/pieces.ts';
import type { TryItOperation } from '../../shared/request/try-it.ts';
import type { Api, CodeSample, Operation } from '../model.ts';
import { requestOf, type RequestOptions } from './request.ts';

export interface Sample {
  /** Of the fence: a tab's name, or a language of the owner's that has no tab. */
  language: string;
  title: string;
  code: string;
  /** The same with holes, where it follows what a reader types. */
  holes?: Piece[];
  /** Made from the request, not the owner's. */
  isMade?: boolean;
}

export interface SampleOptions extends RequestOptions {
  /** Names of the document's tabs, in order. */
  languages: readonly string[];
  /** What the form is made from whose values the samples follow. */
  described?: TryItOperation | undefined;
}

/** @returns a sample for each tab, then the owner's samples in languages that have none */
export function samplesOf(
  operation: Operation,
  api: Api,
  { languages, described, ...options }: SampleOptions,
): Sample[] {
  const written = operation.codeSamples.map((sample) => ({
    sample,
    tab: tabOf(sample, languages),
  }));
  // Nobody who reads of a webhook sends it.
  const sent =
    operation.kind === 'operation'
      ? requestOf(operation, api, { ...options, described })
      : undefined;
  const inTabs = languages.flatMap((tab): Sample[] => {
    const own = written.filter((one) => one.tab === tab).map(({ sample }) => sample);
    if (own.length > 0)
      return own.map(({ label, source }) => ({
        language: tab,
        title: own.length > 1 ? label : '',
        code: source,
      }));
    const language = findSampleLanguage(tab);
    if (!language || !sent) return [];
    // Some clients send no body with GET: better a request without it than none.
    const { request, shown } = sent;
    const made =
      makeSample(request, language) ?? makeSample({ ...request, body: { kind: 'none' } }, language);
    if (!made) return [];
    const holes = described && { holes: piecesOf(made) };
    return [{ language: tab, title: '', code: shown(made), isMade: true, ...holes }];
  });
  const others = written
    .filter(({ tab }) => tab === undefined)
    .map(({ sample: { language, label, source } }) => ({
      language: fenceName(language),
      title: label || language,
      code: source,
    }));
  return [...inTabs, ...others];
}

/** The tab of an owner's sample: of the same name, or of the same language. */
function tabOf({ language }: CodeSample, tabs: readonly string[]): string | undefined {
  const name = language.trim().toLowerCase();
  const meant = findSampleLanguage(name.replace(/^node\.js$/, 'node'));
  return (
    tabs.find((tab) => tab.toLowerCase() === name) ??
    (meant && tabs.find((tab) => findSampleLanguage(tab) === meant))
  );
}

const fenceName = (language: string): string =>
  ({ 'c++': 'cpp', 'objective-c': 'objc', 'c#': 'csharp' })[language.toLowerCase()] ??
  language.toLowerCase().replace(/\s+.*$/, '');
