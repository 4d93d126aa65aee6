/** What compiling an `.mdx` file found out, and of which text: Vite compiles when it sees fit, and the session reads when it does. */
import type { OutlineHeading } from '../../markup/fragment.ts';
import type { Finding, Report } from '../../diagnostics/diagnostic.ts';
import { clean } from '../../source/read-text.ts';
import { splitFrontMatter } from '../../source/front-matter/split.ts';

/** One run of the compiler over a file. */
class Compilation {
  readonly seen: string;
  readonly findings: Finding[] = [];
  outline: OutlineHeading[] | undefined;
  /** It saw the text that the session has read. */
  current: boolean;

  constructor(seen: string, current: boolean) {
    this.seen = seen;
    this.current = current;
  }
}

/** So many compilations of a file are remembered: of the text before, of the one that is being saved, and of one between. */
const remembered = 3;

export class MdxFindings {
  readonly #report: Report;
  /** By file; the newest last. */
  readonly #compilations = new Map<string, Compilation[]>();
  readonly #outlines = new Map<string, OutlineHeading[]>();
  #readings = 0;

  /** @param report takes what is found in the text that the session has */
  constructor(report: Report) {
    this.#report = report;
  }

  /** To be called when the content is being read (again), before its files are told of by `has`. */
  read(): void {
    this.#readings += 1;
    for (const compilations of this.#compilations.values())
      for (const each of compilations) each.current = false;
  }

  /**
   * The session has this text of the file. If it has been compiled, what was found is reported at once, since Vite may not compile it again.
   * @param text without front matter
   * @param rest what else findings depend on
   */
  has(file: string, text: string, rest: string): void {
    const compilation = this.#compilations
      .get(file)
      ?.findLast(({ seen }) => seen === seenIn(text, rest));
    if (!compilation || compilation.current) return;
    compilation.current = true;
    compilation.findings.forEach(this.#report);
    if (compilation.outline) this.#outlines.set(file, compilation.outline);
  }

  /**
   * The compiler begins with a file. A save that was compiled before it was read, or is still being compiled when the next has
   * been read, keeps what it finds to itself.
   * @param compiled the text as the compiler has it, front matter blanked or not
   * @param text the session's, without front matter
   * @param rest what else findings depend on
   */
  begin(
    file: string,
    compiled: string,
    text: string,
    rest: string,
  ): { report: Report; setOutline(outline: OutlineHeading[]): void } {
    const seen = seenIn(splitFrontMatter(clean(compiled)).body, rest);
    // Where nothing is read twice, nothing can be compared wrongly.
    const compilation = new Compilation(seen, this.#readings === 1 || seen === seenIn(text, rest));
    this.#compilations.set(
      file,
      [...(this.#compilations.get(file) ?? []), compilation].slice(-remembered),
    );
    return {
      report: (finding) => {
        compilation.findings.push(finding);
        if (compilation.current) this.#report(finding);
      },
      setOutline: (outline) => {
        compilation.outline = outline;
        if (compilation.current) this.#outlines.set(file, outline);
      },
    };
  }

  /** The headings of a file, by its newest text that could be compiled. */
  outlineOf(file: string): OutlineHeading[] | undefined {
    return this.#outlines.get(file);
  }
}

const seenIn = (text: string, rest: string): string => `${rest}\n${text.trim()}`;
