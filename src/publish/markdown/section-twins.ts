/** Which sections have a Markdown file of their own, and what stands in it (contract: DESIGN "URLs"). */
import type { Entry, ReferenceDocument } from '../../reference/model/page.ts';
import type { Section } from '../../reference/model/section.ts';
import { fileName } from '../../shared/agents/file-name.ts';
import { sectionFolder } from '../url.ts';
import { MAX_CHARACTERS } from './text.ts';

export interface SectionTwin {
  section: Section;
  /** The section and what stands below it without a file of its own, in reading order. */
  body: Section[];
  parent: SectionTwin | undefined;
  children: SectionTwin[];
  /** Without base: `/md/index/get-a-document.md`. */
  url: string;
}

/** The sections of a document, each in one file. */
export interface DocumentTwins {
  /** Text before the first section. */
  intro: Section[];
  top: SectionTwin[];
  /** In reading order. */
  all: SectionTwin[];
  /** Every id of a section, or of a row in one → the file that holds it. */
  homes: Map<string, SectionTwin>;
}

/** Sections of these levels, and those of a description, have a file whatever the contents list. */
const MAX_LEVEL = 2;

export function sectionTwins(document: ReferenceDocument): DocumentTwins {
  const listed = new Set<string>();
  const list = ({ id, children }: Entry): void => {
    listed.add(id);
    children.forEach(list);
  };
  document.contents.forEach(list);
  const folder = sectionFolder(document);
  const twins: DocumentTwins = { intro: [], top: [], all: [], homes: new Map() };

  const open = (section: Section, parent: SectionTwin | undefined): SectionTwin => {
    const url = `${folder}${fileName(section.id)}.md`;
    const twin: SectionTwin = { section, body: [section], parent, children: [], url };
    (parent?.children ?? twins.top).push(twin);
    twins.all.push(twin);
    return twin;
  };
  const add = (section: Section, parent: SectionTwin | undefined): void => {
    const { id, level, children } = section;
    // `UI-page`: a page that no author wrote.
    const isNamed = level > 0 && id !== '' && !id.startsWith('UI-');
    const isDescribed = section.described !== undefined;
    const isOwn = isNamed && (level <= MAX_LEVEL || listed.has(id) || isDescribed);
    if (!isOwn) {
      (parent?.body ?? twins.intro).push(section);
      for (const child of children) add(child, parent);
      return;
    }
    const twin = open(section, parent);
    for (const child of children) add(child, twin);
    if (twin.body.length > 1 && lengthOf(twin.body) > MAX_CHARACTERS) cut(twin);
  };
  /** A section that is too long is cut at its headings, as far as it has any. */
  const cut = (twin: SectionTwin): void => {
    const rest = twin.body.splice(1);
    let last = twin;
    for (const section of rest) {
      if (section.level > 0 && section.id) last = open(section, twin);
      else last.body.push(section);
    }
    order(twin);
  };
  /** Files that a cut has made stand where their sections do. */
  const order = (twin: SectionTwin): void => {
    const places = new Map<Section, number>();
    const number = (section: Section): void => {
      places.set(section, places.size);
      section.children.forEach(number);
    };
    number(twin.section);
    const place = (one: SectionTwin): number => places.get(one.section) ?? -1;
    twin.children.sort((a, b) => place(a) - place(b));
  };
  for (const section of document.sections) add(section, undefined);
  twins.all = twins.top.flatMap(withAllBelow);
  for (const twin of twins.all)
    for (const { id, symbols } of twin.body)
      for (const own of [id, ...symbols.map((symbol) => symbol.id)])
        if (own && !twins.homes.has(own)) twins.homes.set(own, twin);
  return twins;
}

const withAllBelow = (twin: SectionTwin): SectionTwin[] => [
  twin,
  ...twin.children.flatMap(withAllBelow),
];

const lengthOf = (sections: Section[]): number =>
  sections.reduce((sum, section) => sum + section.markdown().length, 0);
