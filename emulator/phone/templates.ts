/** Runs the script that wcc makes. It expects a browser's `window` and leaves names behind. */
import type { Templates } from './component-library'

/** The names the script sets without declaring them. */
const leftBehind = ['$gwx', '$gwn', '$gwl', '__WXML_GLOBAL__']

/** The version of the web view that the script may count on. */
const webView = { __webview_engine_version__: 0.02 }

/** Answers the compiled templates; nothing of the script reaches our own globals. */
export function loadTemplates(script: string): Templates {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the compiler writes a script
  const run = new Function('window', ...leftBehind, `${script}\nreturn $gwx`) as (
    window: object,
  ) => Templates
  return run(webView)
}
