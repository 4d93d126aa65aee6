/** What rendering is handed. */
import type { ElementContent } from 'hast';
import type { TryItOperation } from '../../shared/request/try-it.ts';
import type { Api, NamedSchema, Operation } from '../model.ts';
import { labels, type Labels } from '../labels.ts';
import type { Sample } from '../request/sample.ts';
import type { ToldRow } from './row-plan.ts';

/** GFM, never MDX, to hast; headings as they are written. */
export type Markdown = (text: string) => ElementContent[];

export interface RenderOptions {
  markdown: Markdown;
  /** Depth to which attributes of named schemas stand in line: 0 is the top only. 1 if left out. */
  depth?: number;
  /** Rows of an operation from which on named schemas are only linked to. 60 if left out. */
  rows?: number;
  /** Samples of a request in each language; none if left out. */
  samples?: (operation: Operation) => Sample[];
  /** What "try it" can send; none if left out. */
  tryIt?: (operation: Operation) => TryItOperation | undefined;
  /** The owner's words about an operation, shown after the description's. */
  notes?: (operation: Operation) => ElementContent[];
  /**
   * Id of a section about authentication in the page's own text, to which operations lead; what is
   * generated is then left to the caller (`securityBlocks`).
   */
  authentication?: string;
  /** What alone is shown: what lies elsewhere is told in line. The whole API if left out. */
  only?: ReadonlySet<Operation | NamedSchema> | undefined;
  /** What parts are called; English if left out. */
  labels?: Labels;
  /** Relative links in descriptions are read against it. */
  linksBase?: string;
}

/** Schemas that have a section, by their key. */
export type SchemaSections = Pick<ReadonlyMap<string, NamedSchema>, 'get' | 'has'>;

export interface RenderContext extends RenderOptions {
  labels: Labels;
  api: Api;
  schemas: SchemaSections;
  /** Rows that sections of schemas have told so far, by what their attributes are. */
  told?: Map<string, ToldRow>;
  /** By operationId. */
  operations: ReadonlyMap<string, Operation>;
}

export function renderContext(api: Api, options: RenderOptions): RenderContext {
  const { only } = options;
  const isShown = (part: Operation | NamedSchema) => !only || only.has(part);
  const operations = [...api.operations, ...api.webhooks].filter(isShown);
  return {
    labels,
    ...options,
    api,
    schemas: new Map(api.schemas.filter(isShown).map((schema) => [schema.key, schema])),
    operations: new Map(
      operations.flatMap((one) => (one.operationId ? [[one.operationId, one]] : [])),
    ),
  };
}
