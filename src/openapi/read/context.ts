/** What every reader of a part of a description is handed. */
import type { ExternalDocs } from '../model.ts';
import type { Schema } from '../schema-model.ts';
import { field, isMap, type Node, positionOf, text } from '../files/description-file.ts';
import type { Findings } from '../files/findings.ts';
import type { References } from '../files/references.ts';
import type { Place } from '../model.ts';
import type { SchemaContext } from '../schema/flat.ts';
import { viewOf } from '../schema/view.ts';

export interface ReadContext {
  root: Node;
  /** Swagger 2.0. */
  isTwo: boolean;
  references: References;
  findings: Findings;
  schemas: SchemaContext;
}

export const placeOf = (node: Node) => (): Place => ({ file: node.file.name, ...positionOf(node) });

/** A description; some write a reference to a file of Markdown there. */
export function proseOf(node: Node | undefined, key: string, { references }: ReadContext): string {
  const value = node && field(node, key);
  if (value === undefined || !isMap(value.value)) return text(node, key);
  const target = references.follow(value)?.value;
  return typeof target === 'string' ? target : '';
}

export const schemaAt = (node: Node | undefined, context: ReadContext): Schema | undefined =>
  node && node.value !== undefined && node.value !== null
    ? viewOf([node], context.schemas)
    : undefined;

export function externalDocsOf(node: Node | undefined): ExternalDocs | undefined {
  const docs = node && field(node, 'externalDocs');
  const url = text(docs, 'url');
  return url ? { url, description: text(docs, 'description') } : undefined;
}
