/**
 * How to mend what MDX's compiler could not read: by what it says, since one advice for all is
 * wrong for the commonest slips.
 */

/** Elements that have no content, and so no closing tag (HTML Standard, void elements). */
const empty = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;

/** `## Title {#my-id .class}`, as Pandoc, kramdown (`{: #my-id}`) and Docusaurus have it. */
const headingId = /^#{1,6}[ \t].*\{:?[^{}]*#([^\s{}]+)[^{}]*\}[ \t]*#*[ \t]*$/;

/** @param message of the compiler @param line of the author at which it stands */
export function mdxHint(message: string, file: string, line = ''): string {
  if (file.endsWith('.astro'))
    return "correct the component; write a brace that is meant as text as {'{'}";
  const id = headingId.exec(line)?.[1];
  if (id) return `write an id of your own in brackets after the title: [#${id}]`;
  const unclosed = /closing tag for `<([\w.:-]+)/.exec(message)?.[1];
  if (unclosed && empty.test(unclosed))
    return `in MDX write an element without content as <${unclosed} />`;
  if (unclosed && /before the end of `paragraph`/.test(message))
    return `close it on its line, or put <${unclosed}> and </${unclosed}> on lines of their own`;
  if (unclosed) return `write </${unclosed}>, or, if the < is meant as text, \\<`;
  if (/create a comment in MDX/.test(message)) return 'write a comment as {/* … */}';
  if (/closing slash/.test(message) && /<\/br\s*>/i.test(line)) return 'write <br />';
  if (/acorn/.test(message))
    return (
      'braces hold JavaScript: write \\{ for one that is meant as text; ' +
      'styles belong into styles.css beside the index page'
    );
  return 'write a backslash before a { or < that is meant as text, and close every tag';
}
