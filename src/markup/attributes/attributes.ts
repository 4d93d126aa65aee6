/** `<Attributes>` and `<Attribute>` as a table of parameters: the same rows, ids and symbols. */
import type { Element, ElementContent, Parents, Root } from 'hast';
import type { Report } from '../../diagnostics/diagnostic.ts';
import {
  type AttributeRow,
  attributeTable,
  type AttributeWords,
} from '../../shared/attribute-table.ts';
import { collapse, isElement, textOf } from '../../shared/hast/text.ts';

export interface AttributesContext {
  file: string;
  report: Report;
  /** Of the document's language. */
  words?: AttributeWords;
}

type Div = Element & { tagName: 'div' };

const isSet = (node: ElementContent): node is Div =>
  isElement(node, 'div') && node.properties.dataAttributeSet !== undefined;
const isAttribute = (node: ElementContent): node is Div =>
  isElement(node, 'div') && node.properties.dataAttributeName !== undefined;
/** A paragraph that an inner attribute has torn in two leaves an empty one. */
const isSomething = (node: ElementContent): boolean =>
  isElement(node)
    ? node.tagName !== 'p' || node.children.some(isSomething)
    : node.type === 'text' && node.value.trim() !== '';

/**
 * Replaces each set by a table. What an author wrote is never lost: text between attributes comes
 * before the table, and an attribute without a set is a set of its own; both are told.
 */
export function attributes(tree: Root, context: AttributesContext): void {
  const walk = (parent: Parents): void => {
    const nodes = parent.children as ElementContent[];
    if (!nodes.some((child) => isAttribute(child) || isSet(child))) {
      for (const child of nodes) if (isElement(child)) walk(child);
      return;
    }
    const children: ElementContent[] = [];
    let alone: Element[] = [];
    const closeAlone = (): void => {
      if (alone.length) children.push(...tableOf(alone, context));
      alone = [];
    };
    for (const child of nodes) {
      if (isAttribute(child)) {
        if (!alone.length) tellAlone(child, context);
        alone.push(child);
        continue;
      }
      if (alone.length && !isSomething(child)) continue;
      closeAlone();
      if (isSet(child)) {
        children.push(...tableOf(child.children, context, child));
      } else {
        if (isElement(child)) walk(child);
        children.push(child);
      }
    }
    closeAlone();
    parent.children = children as typeof parent.children;
  };
  walk(tree);
}

/** The table of a set's content, and before it what is no attribute. */
function tableOf(
  content: ElementContent[],
  context: AttributesContext,
  set?: Element,
): ElementContent[] {
  const { rows, rest } = split(content, context, set);
  const stray = rest.filter(isSomething);
  if (set && stray.length) tellStray(stray[0]!, set, context);
  if (!rows.length) return rest;
  const table = attributeTable(rows, context.words);
  const line = set?.properties.dataLine;
  if (line !== undefined) table.properties.dataLine = line;
  return [...stray, table];
}

/** Attributes among nodes, those of sets among them, and what else there is. */
function split(
  content: ElementContent[],
  context: AttributesContext,
  set?: Element,
): { rows: AttributeRow[]; rest: ElementContent[] } {
  const rows: AttributeRow[] = [];
  const rest: ElementContent[] = [];
  for (const node of content) {
    if (isAttribute(node)) rows.push(rowOf(node, context));
    else if (isSet(node)) {
      if (set) tellNested(node, context);
      const inner = split(node.children, context, node);
      const stray = inner.rest.filter(isSomething);
      if (stray.length) tellStray(stray[0]!, node, context);
      rows.push(...inner.rows);
      rest.push(...stray);
    } else rest.push(node);
  }
  return { rows, rest };
}

function rowOf({ properties, children }: Element, context: AttributesContext): AttributeRow {
  const { rows, rest } = split(children, context);
  const text = (name: string): string | undefined =>
    typeof properties[name] === 'string' && properties[name] ? properties[name] : undefined;
  return {
    name: String(properties.dataAttributeName),
    ...(text('dataType') && { type: [text('dataType')!] }),
    required: properties.dataRequired !== undefined,
    ...(properties.dataDefault !== undefined && { default: String(properties.dataDefault) }),
    ...(text('dataEnum') && { enum: text('dataEnum')!.split('\n') }),
    deprecated: properties.dataDeprecated !== undefined,
    readOnly: properties.dataReadOnly !== undefined,
    writeOnly: properties.dataWriteOnly !== undefined,
    description: trimmed(rest),
    rows,
    ...(properties.dataLine !== undefined && { line: Number(properties.dataLine) }),
  };
}

/** Without empty paragraphs, and white space at the edges. */
function trimmed(nodes: ElementContent[]): ElementContent[] {
  const kept = nodes.filter((node) => !isElement(node, 'p') || isSomething(node));
  const first = kept.findIndex(isSomething);
  return first < 0 ? [] : kept.slice(first, kept.findLastIndex(isSomething) + 1);
}

const lineOf = (node: ElementContent, set?: Element): number =>
  Number((isElement(node) && node.properties.dataLine) || set?.properties.dataLine) || 0;

function tellAlone(node: Element, { file, report }: AttributesContext): void {
  report({
    kind: 'attribute-misplaced',
    file,
    line: lineOf(node),
    message: `the attribute “${String(node.properties.dataAttributeName)}” stands in no \`<Attributes>\``,
    hint: 'write `<Attributes>` around it and its neighbours',
  });
}

function tellNested(node: Element, { file, report }: AttributesContext): void {
  report({
    kind: 'attribute-misplaced',
    file,
    line: lineOf(node),
    message: 'an `<Attributes>` stands straight in another one',
    hint: 'take it out, or write it into the `<Attribute>` whose attributes it lists',
  });
}

function tellStray(node: ElementContent, set: Element, { file, report }: AttributesContext): void {
  const text = collapse(textOf(node)).slice(0, 40);
  report({
    kind: 'attribute-misplaced',
    file,
    line: lineOf(node, set),
    message: `“${text}” stands between attributes, and is shown before them`,
    hint: 'write it before `<Attributes>`, or into an `<Attribute>`',
  });
}
