/** The keys of the config file, as its types write them: what the guide's table shows. */
import ts from 'typescript';

export interface ConfigRow {
  /** `theme`, `theme.accent`. */
  key: string;
  type: string;
  comment: string;
}

/** @param source of `src/config/index.ts` */
export function configRows(source: string): ConfigRow[] {
  const file = ts.createSourceFile('index.ts', source, ts.ScriptTarget.Latest, true);
  const declared = new Map<string, ts.Node>();
  for (const statement of file.statements) {
    if (ts.isInterfaceDeclaration(statement)) declared.set(statement.name.text, statement);
    // What is picked from a type of another package is known by its name.
    if (ts.isTypeAliasDeclaration(statement) && !statement.type.getText().startsWith('Pick'))
      declared.set(statement.name.text, statement.type);
  }
  const found = (node: ts.Node): ts.Node =>
    ts.isTypeReferenceNode(node) ? (declared.get(node.typeName.getText()) ?? node) : node;

  const shown = (node: ts.Node): string => {
    const type = found(node);
    if (ts.isArrayTypeNode(type)) {
      const item = shown(type.elementType);
      return ts.isUnionTypeNode(found(type.elementType)) ? `(${item})[]` : `${item}[]`;
    }
    if (ts.isParenthesizedTypeNode(type)) return `(${shown(type.type)})`;
    if (ts.isUnionTypeNode(type)) return type.types.map(shown).join(' | ');
    const members = membersOf(type).map(({ name }) => name.getText());
    return members.length ? `{ ${members.join(', ')} }` : type.getText();
  };
  const rows = (node: ts.Node, above: string): ConfigRow[] =>
    membersOf(node).flatMap((member): ConfigRow[] => {
      const key = above + member.name.getText();
      const type = found(member.type!);
      const row = { key, type: shown(type), comment: commentOf(member) };
      return [row, ...(membersOf(type).every(commentOf) ? rows(type, `${key}.`) : [])];
    });
  return rows(declared.get('Config')!, '');
}

const membersOf = (node: ts.Node): ts.PropertySignature[] =>
  ts.isInterfaceDeclaration(node) || ts.isTypeLiteralNode(node)
    ? node.members.filter(ts.isPropertySignature)
    : [];

const commentOf = (node: ts.Node): string =>
  ts
    .getJSDocCommentsAndTags(node)
    .map(({ comment }) => String(comment ?? ''))
    .join(' ')
    .replace(/\s+/g, ' ');
