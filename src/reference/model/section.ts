/** The centre of the model: a heading with its own content and, apart from that, its children. */
import type { ApiSymbol } from '../../markup/symbols/api-symbol.ts';
import type { RowTryIt } from '../../markup/try-it/try-it.ts';
import type { Described, Endpoint, RowLayout } from '../../markup/fragment.ts';

export interface Section {
  /** Final id, unique in the document; empty for text before the first heading. */
  id: string;
  /** 1–6; 0 for text before the first heading. */
  level: number;
  title: string;
  endpoint?: Endpoint;
  /** Of a section that a description became. */
  described?: Described | undefined;
  /** Its own content, every placeholder filled for the page it stands on. */
  row: RowLayout;
  /**
   * The same as Markdown.
   * @param urlOf from a URL as the page has it to the one to be written; left out: as it is
   */
  markdown(urlOf?: (url: string) => string): string;
  /** Words for search, prose and code apart. */
  prose: string;
  code: string;
  /** API things it names; `id` is where to land (final). */
  symbols: (Omit<ApiSymbol, 'id'> & { id: string })[];
  /** Tab languages that have a sample here. */
  languages: string[];
  /** Languages that something else than a sample goes with here (Slate's `.lang-specific`). */
  specific?: string[] | undefined;
  /** Titles of samples, and languages of those that have no tab. */
  captions?: string[] | undefined;
  /** What "try it" can send from here. */
  tryIt?: RowTryIt | undefined;
  source: { file: string; line: number };
  children: Section[];
}
