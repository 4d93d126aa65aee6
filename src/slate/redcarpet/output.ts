/** The lines written for GFM, each with the author's line it comes from. */
import { GUARD } from './marks.ts';
import { normaliseInline } from './inline.ts';

/** The last tag of `<pre>` in a line. */
const preTag = /<(\/?)pre[\s>](?!.*<\/?pre[\s>])/i;

/** Lines in which a `<pre>` ends, or does not. */
const MAX_PRE = 1000;

interface Paragraph {
  /** Goes before its first line. */
  prefix: string;
  /** Goes before the others. */
  indent: string;
  lines: string[];
  origins: number[];
  /** A `<pre>` in it is still open. */
  isInPre: boolean;
}

export class Output {
  readonly lines: string[] = [];
  readonly origins: number[] = [];
  /** The paragraph that is being read. */
  paragraph: Paragraph | undefined;

  emit(line: string, origin: number): void {
    this.lines.push(line);
    this.origins.push(origin);
  }

  /** Adds a line to the paragraph, or begins one. */
  add(line: string, origin: number, prefix: string, indent: string): void {
    this.paragraph ??= { prefix, indent, lines: [], origins: [], isInPre: false };
    const tag = preTag.exec(line);
    if (tag) this.paragraph.isInPre = tag[1] === '';
    this.paragraph.lines.push(line);
    this.paragraph.origins.push(origin);
  }

  /**
   * Adds a blank line to the paragraph, where a `<pre>` is open in it that ends further down.
   * @returns whether it did
   */
  keepBlank(source: readonly string[], at: number, origin: number): boolean {
    const { paragraph } = this;
    if (!paragraph?.isInPre) return false;
    const next = source.slice(at, at + MAX_PRE).join('\n');
    if (/<(\/?)pre[\s>]/i.exec(next)?.[1] !== '/') return false;
    paragraph.lines.push(GUARD);
    paragraph.origins.push(origin);
    return true;
  }

  /** Takes the last line out of the paragraph: it is a heading. */
  takeLast(): { text: string; origin: number } {
    const { lines, origins } = this.paragraph!;
    const last = { text: lines.pop()!, origin: origins.pop()! };
    if (lines.length === 0) this.paragraph = undefined;
    return last;
  }

  /** Writes the paragraph that is being read. */
  flush(): void {
    const { paragraph } = this;
    if (!paragraph) return;
    this.paragraph = undefined;
    const { prefix, indent, lines, origins } = paragraph;
    normaliseInline(lines.join('\n'))
      .split('\n')
      .forEach((line, index) => this.emit((index ? indent : prefix) + line, origins[index] ?? 0));
  }
}
