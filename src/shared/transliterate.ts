/** Latin letters to ASCII, by the table that Ruby's I18n has (`I18n::Backend::Transliterator`); what it lacks becomes `?`. */

const table = new Map<string, string>();
const add = (letters: string, ascii: string) => {
  for (const letter of letters) table.set(letter, ascii);
};

add('ÀÁÂÃÄÅĀĂĄ', 'A');
add('Æ', 'AE');
add('ÇĆĈĊČ', 'C');
add('ÐĎĐ', 'D');
add('ÈÉÊËĒĔĖĘĚ', 'E');
add('ĜĞĠĢ', 'G');
add('ĤĦ', 'H');
add('ÌÍÎÏĨĪĬĮİ', 'I');
add('Ĳ', 'IJ');
add('Ĵ', 'J');
add('Ķ', 'K');
add('ĹĻĽĿŁ', 'L');
add('ÑŃŅŇ', 'N');
add('Ŋ', 'NG');
add('ÒÓÔÕÖØŌŎŐ', 'O');
add('Œ', 'OE');
add('ŔŖŘ', 'R');
add('ŚŜŞŠ', 'S');
add('ŢŤŦ', 'T');
add('Þ', 'Th');
add('ÙÚÛÜŨŪŬŮŰŲ', 'U');
add('Ŵ', 'W');
add('ÝŶŸ', 'Y');
add('ŹŻŽ', 'Z');
add('×', 'x');
add('àáâãäåāăą', 'a');
add('æ', 'ae');
add('çćĉċč', 'c');
add('ďđð', 'd');
add('èéêëēĕėęě', 'e');
add('ĝğġģ', 'g');
add('ĥħ', 'h');
add('ìíîïĩīĭįı', 'i');
add('ĳ', 'ij');
add('ĵ', 'j');
add('ķĸ', 'k');
add('ĺļľŀł', 'l');
add('ñńņň', 'n');
add('ŉ', "'n");
add('ŋ', 'ng');
add('òóôõöøōŏő', 'o');
add('œ', 'oe');
add('ŕŗř', 'r');
add('śŝşš', 's');
add('ß', 'ss');
add('ţťŧ', 't');
add('þ', 'th');
add('ùúûüũūŭůűų', 'u');
add('ŵ', 'w');
add('ýÿŷ', 'y');
add('źżž', 'z');
table.set('ẞ', 'SS');

/** `text` in ASCII; every character that is neither ASCII nor in the table becomes `?`. */
export function transliterate(text: string): string {
  return text.replace(/[^\x00-\x7f]/gu, (char) => table.get(char) ?? '?');
}
