/** Text within XML and HTML. */

const references: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaping = (characters: RegExp) => (text: string) =>
  text.replace(characters, (character) => references[character]!);

/** For element content and attributes in either kind of quotes; Redcarpet escapes so. */
export const escape = escaping(/[&<>"']/g);

/** For element content only, as short as may be. */
export const escapeText = escaping(/[&<]/g);

/** For attributes in double quotes. */
export const escapeAttribute = escaping(/[&"<]/g);

/** For XML, attributes in double quotes. */
export const escapeXml = escaping(/[&<>"]/g);

/** JSON within `<script>`: no end tag, comment or line separator can stand in it. */
export const scriptJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
