import ts from 'typescript'
import { filesIn, walk, type HouseRule } from '../house'

/** Names of the world outside, which a rule must not look at. */
const world = new Map(
  Object.entries({
    'a clock': ['Date', 'performance'],
    dice: ['crypto'],
    waiting: ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'Promise'],
    'the screen': ['window', 'document', 'navigator', 'location', 'requestAnimationFrame'],
    'the world outside': ['localStorage', 'sessionStorage', 'fetch', 'XMLHttpRequest', 'wx'],
    'the machine': ['Taro', 'process', 'console', 'globalThis'],
  }).flatMap(([what, names]) => names.map((name) => [name, what] as const)),
)

// These reckon with dates that they are given, and read no clock.
const reckonings = new Set(['Date.parse', 'Date.UTC'])

/** Whether a name stands for the thing itself, and not for a field of something of ours. */
export function isThing(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node
  const named = parent as ts.Node & { readonly name?: ts.Node; readonly propertyName?: ts.Node }
  return named.name !== node && named.propertyName !== node
}

const isAsync = (node: ts.Node): boolean =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword)

/** What a rule must not do, if this is it. */
function impurity(node: ts.Node): string | undefined {
  if (ts.isAwaitExpression(node)) return 'waiting: await'
  if (isAsync(node)) return 'waiting: async'
  if (ts.isForOfStatement(node) && node.awaitModifier) return 'waiting: for await'
  if (ts.isCallExpression(node) && node.arguments.length === 0) {
    const called = node.expression.getText()
    if (called === 'dayjs' || called === 'dayjs.utc') return `a clock: ${called}()`
  }
  if (ts.isPropertyAccessExpression(node) && node.getText() === 'Math.random')
    return 'dice: Math.random'
  if (!ts.isIdentifier(node) || !isThing(node) || reckonings.has(node.parent.getText()))
    return undefined
  const outside = world.get(node.text)
  return outside && `${outside}: ${node.text}`
}

/** A rule gives the same answer to the same question, on the phone and in the cloud, for ever. */
export const rulesArePure: HouseRule = {
  name: 'a rule has no clock, no dice, does not wait and does not look outside',
  why: 'Time, chance and what was read are arguments, so that phone, cloud and test agree.',
  check: (house) => filesIn(house, ['src/domain/']).flatMap((file) => walk(file, impurity)),
}
