/** The package's style sheets on the screen: a page's own count only while it is on top. */
import type { MiniProgram } from './package'
import { styleSheet } from './wxss'

/** The sheets of one phone. */
export class StyleSheets {
  private readonly sheets = new Map<string, HTMLStyleElement>()

  constructor(
    private readonly program: MiniProgram,
    private readonly isWanted: boolean,
  ) {}

  /** Adds the sheet of a page or component (path without extension) once. */
  add(path: string): void {
    if (!this.isWanted || this.sheets.has(path)) return
    const sheet = document.createElement('style')
    sheet.textContent = styleSheet(this.program.read, `${path}.wxss`)
    document.head.append(sheet)
    this.sheets.set(path, sheet)
  }

  showFor(route: string): void {
    for (const [path, sheet] of this.sheets) {
      sheet.disabled = this.program.pages.has(path) && path !== route
    }
  }

  clear(): void {
    for (const sheet of this.sheets.values()) sheet.remove()
  }
}
