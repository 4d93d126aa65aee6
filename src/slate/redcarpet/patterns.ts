/** What lines look like that begin or end a block. */

export const rule = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
export const underline = /^(=+|-+)[ \t]*$/;
/** Under the first item of a list; one dash would be the next item. */
export const underItem = /^(?:=+|-{2,})[ \t]*$/;
export const blank = /^\s*$/;
/** What CommonMark would take for a block where Redcarpet sees text. */
export const blockLike = new RegExp(
  `^(?:${[
    '<[A-Za-z/!?]',
    '#{1,6}(?:\\s|$)',
    '\\d{1,9}\\)(?:\\s|$)',
    '`{3}|~{3}|>',
    '\\[(?=[^\\]]+\\]:)',
    '=+[ \\t]*$',
    '(?=.*-)[ \\t|:-]+$',
  ].join('|')})`,
);
/** Right after text these are tags in that text, and Markdown in them renders. */
export const container =
  /^<(?:div|details|section|article|nav|header|footer|blockquote|figure|form|fieldset|ul|ol|dl|p|ins|del)\b/i;
