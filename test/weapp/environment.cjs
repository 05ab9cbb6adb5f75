// jsdom with what the test itself (not the mini-program) needs of Node: fetch and its family.
const { TestEnvironment } = require('jest-environment-jsdom')

const names = ['fetch', 'Request', 'Response', 'Headers', 'FormData', 'Blob', 'AbortController']
const more = ['AbortSignal', 'TextEncoder', 'TextDecoder', 'structuredClone', 'Uint8Array']

class PhoneEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context)
    for (const name of [...names, ...more]) this.global[name] = globalThis[name]
    // A browser is driven from Node itself: jsdom lacks too much of it.
    this.global.chromium = () => require('playwright-core').chromium
  }

  // Packages resolve as in Node: what a test imports beside the phone are servers and files.
  exportConditions() {
    return ['node', 'node-addons']
  }
}

module.exports = PhoneEnvironment
