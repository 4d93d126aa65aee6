const references: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaping = (characters: RegExp) => (text: string) =>
  text.replace(characters, (character) => references[character]!);

/** For content and attributes in either quotes; Redcarpet escapes so. */
export const escape = escaping(/[&<>"']/g);

/** For content only. */
export const escapeText = escaping(/[&<]/g);

/** For attributes in double quotes. */
export const escapeAttribute = escaping(/[&"<]/g);

/** JSON within `<script>`: no end tag, comment or line separator stands in it. */
export const scriptJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
