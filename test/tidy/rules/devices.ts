import ts from 'typescript'
import { filesIn, walk, type HouseFile, type HouseRule } from '../house'
import { isThing } from './purity'

/** What pages and components may take from Taro: how React hears of a page's life. */
const hooks = new Set([
  'useAddToFavorites',
  'useDidHide',
  'useDidShow',
  'useLaunch',
  'useLoad',
  'usePageScroll',
  'usePullDownRefresh',
  'useReachBottom',
  'useReady',
  'useRouter',
  'useShareAppMessage',
  'useShareTimeline',
  'useTabItemTap',
  'useUnload',
])

/** What only browsers have, or only WeChat. */
const devices = new Set([
  'wx',
  'window',
  'document',
  'navigator',
  'localStorage',
  'sessionStorage',
  'location',
  'fetch',
  'WeixinJSBridge',
])

const showing = (file: HouseFile) => /^src\/(pages|components)\/|^src\/app\.tsx$/.test(file.path)

/** What a file takes from Taro that it should ask the platform for. */
function taken(node: ts.Node, mayHook: boolean): string | undefined {
  if (!ts.isImportDeclaration(node)) return undefined
  if (node.moduleSpecifier.getText().slice(1, -1) !== '@tarojs/taro') return undefined
  const clause = node.importClause
  if (!clause || clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return undefined
  if (clause.name) return `import ${clause.name.text}`
  const named = clause.namedBindings
  if (!named || ts.isNamespaceImport(named)) return 'import *'
  const names = named.elements
    .filter((element) => !element.isTypeOnly)
    .map((element) => (element.propertyName ?? element.name).text)
    .filter((name) => !mayHook || !hooks.has(name))
  return names.length === 0 ? undefined : `import { ${names.join(', ')} }`
}

/** The phone is touched in one place. */
export const oneDoorToThePhone: HouseRule = {
  name: 'only src/platform touches the phone',
  why: 'Pages and components take hooks from Taro and nothing else; ask src/platform for the rest.',
  check: (house) =>
    filesIn(house, ['src/'])
      .filter((file) => !file.path.startsWith('src/platform/'))
      .flatMap((file) =>
        walk(file, (node) => {
          if (ts.isIdentifier(node) && devices.has(node.text) && isThing(node)) return node.text
          return taken(node, showing(file))
        }),
      ),
}
