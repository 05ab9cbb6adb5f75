/** The pages of the published mini-program: what a code or a message may open. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

interface AppJson {
  readonly pages?: readonly string[]
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[]
  readonly subpackages?: AppJson['subPackages']
}

export class PublishedPages {
  /** `weapp` is dist/weapp; without it, and before it is built, every page counts as published. */
  constructor(private readonly weapp: string | undefined) {}

  /** `page` without a slash in front and without a query. */
  has(page: string): boolean {
    const file = this.weapp === undefined ? undefined : join(this.weapp, 'app.json')
    if (file === undefined || !existsSync(file)) return true
    return pagesOf(JSON.parse(readFileSync(file, 'utf8')) as AppJson).includes(page)
  }
}

/** Every page of an app.json, those of subpackages with their root. */
function pagesOf({ pages = [], subPackages, subpackages }: AppJson): string[] {
  const inside = (subPackages ?? subpackages ?? []).flatMap(({ root, pages: own }) =>
    own.map((page) => `${root.replace(/\/$/, '')}/${page}`),
  )
  return [...pages, ...inside]
}
