/**
 * Slate's own rendering of the same text, Redcarpet and Rouge without Middleman, with the options of Slate's config.rb.
 * Only where Debian's ruby-redcarpet and ruby-rouge (or their gems) are installed.
 */
import { spawnSync } from 'node:child_process';
import type { SourceDocument } from '../../src/source/document.ts';
import { timed } from './command.ts';
import { htmlFigures, type HtmlFigures } from './site-figures.ts';

/** Includes are rendered one by one, as Slate does, and the document's HTML is printed. */
const script = `
require 'json'; require 'redcarpet'; require 'rouge'
class Slate < Redcarpet::Render::HTML
  def block_code(code, language)
    lexer = Rouge::Lexer.find_fancy(language || 'plaintext', code) || Rouge::Lexers::PlainText.new
    %(<div class="highlight"><pre class="highlight #{language} tab-#{language}"><code>#{Rouge::Formatters::HTML.new.format(lexer.lex(code))}</code></pre></div>)
  end
end
options = { fenced_code_blocks: true, smartypants: true, disable_indented_code_blocks: true, prettify: true, strikethrough: true, tables: true, with_toc_data: true, no_intra_emphasis: true }
JSON.parse(STDIN.read).each { |text| puts Redcarpet::Markdown.new(Slate.new(with_toc_data: true), options).render(text) }
`;

export function hasSlateEngine(): boolean {
  return spawnSync('ruby', ['-e', 'require "redcarpet"; require "rouge"']).status === 0;
}

/** The text of each file of a document, ERB expanded; undefined where some of it is MDX. */
export function textsOf({ files }: SourceDocument): string[] | undefined {
  return files.every(({ dialect }) => dialect === 'slate')
    ? files.map(({ text }) => text)
    : undefined;
}

/** @returns seconds of the whole process, and what its HTML weighs: the text of the page without contents, head and scripts */
export async function renderAsSlate(texts: string[]): Promise<{ seconds: number } & HtmlFigures> {
  const { seconds, stdout } = await timed('ruby', ['-e', script], {
    input: JSON.stringify(texts),
    env: { LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' },
  });
  return { seconds, ...htmlFigures(Buffer.from(stdout)) };
}
