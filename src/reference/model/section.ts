/** The centre of the model: a heading with its own content and, apart from that, its children. */
import type { ApiSymbol } from '../../markup/symbols/api-symbol.ts';
import type { RowTryIt } from '../../markup/try-it/try-it.ts';
import type { Described, Endpoint, RowLayout } from '../../markup/fragment.ts';

export interface Section {
  /** Unique in the document; empty: before the first heading. */
  id: string;
  /** 1–6; 0: before the first heading. */
  level: number;
  title: string;
  endpoint?: Endpoint;
  /** By a description. */
  described?: Described | undefined;
  /** Placeholders filled for its page. */
  row: RowLayout;
  /** @param urlOf from a URL as the page has it to the one to be written */
  markdown(urlOf?: (url: string) => string): string;
  /** For search. */
  prose: string;
  code: string;
  /** `id` is where to land. */
  symbols: (Omit<ApiSymbol, 'id'> & { id: string })[];
  /** Tab languages with a sample here. */
  languages: string[];
  /** Of `.lang-specific`. */
  specific?: string[] | undefined;
  /** What "try it" can send. */
  tryIt?: RowTryIt | undefined;
  source: { file: string; line: number };
  children: Section[];
}
