// Leaves alone what is written for us and not for the shop: the words of an assertion.
import { PluginKind, declareValuePlugin } from '@stryker-mutator/api/plugin'

const isAssertion = (node) =>
  node?.type === 'CallExpression' &&
  node.callee.type === 'Identifier' &&
  node.callee.name === 'assert'

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'bug-words', {
    shouldIgnore({ node, parent }) {
      const isWords = isAssertion(parent) && parent.arguments[1] === node
      return isWords ? 'words of an assertion' : undefined
    },
  }),
]
