const ribbon = '<script src="/_emulator/assets/ribbon.js"></script>'

/**
 * Puts the ribbon's script in front of every other script of a page, so that the page's own scripts
 * already find who is shopping, `WeixinJSBridge` and the cashier.
 */
export function injectRibbon(html: string): string {
  const head = /<head(?:\s[^>]*)?>/i.exec(html)
  if (!head) return ribbon + html
  const end = head.index + head[0].length
  return html.slice(0, end) + ribbon + html.slice(end)
}
