import ts from 'typescript'
import { filesIn, parse, type HouseFile, type HouseRule, type Slip } from '../house'

const isExported = (node: ts.Statement): boolean =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)

/** The words above a statement, or nothing where there are none. */
function docOf(node: ts.Statement): string | undefined {
  const docs = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc)
  const doc = docs.at(-1)
  return doc && (ts.getTextOfJSDocComment(doc.comment) ?? '').trim()
}

function nameOf(node: ts.Statement): string {
  if (ts.isVariableStatement(node))
    return node.declarationList.declarations.map(({ name }) => name.getText()).join(', ')
  return (node as ts.DeclarationStatement).name?.getText() ?? 'default'
}

/** Exported things without a sentence. Lines without a gap between them are one paragraph. */
function undocumented(file: HouseFile): Slip[] {
  const source = parse(file)
  const lineAt = (position: number) => source.getLineAndCharacterOfPosition(position).line
  const slips: Slip[] = []
  let paragraph = { end: -2, documented: false }
  for (const node of source.statements) {
    const start = lineAt(node.getStart(source))
    const doc = docOf(node)
    const shares = doc === undefined && start === paragraph.end + 1 && paragraph.documented
    const documented = shares || (doc !== undefined && /[.!?:…)`"”]$/.test(doc))
    if (isExported(node) && !documented)
      slips.push({
        file: file.path,
        line: start + 1,
        slip: doc === undefined ? nameOf(node) : `${nameOf(node)}: "${doc}" is no sentence`,
      })
    paragraph = { end: lineAt(node.getEnd()), documented }
  }
  return slips
}

/** What a rule or a handler promises stands above it. */
export const promisesAreWritten: HouseRule = {
  name: 'every export of the rules and the cloud has a sentence above it',
  why: "Say in the shop's words what it promises, with units, errors and the source of a rule.",
  check: (house) => filesIn(house, ['src/domain/', 'cloudfunctions/']).flatMap(undocumented),
}
