/**
 * `wxacode.getUnlimited`: a code that opens a page with a scene. Here it is a QR code of
 * `<page>?scene=<scene>`.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import qrcode from 'qrcode-generator'
import { limits } from '../../limits'
import { WechatRefusal } from '../refusal'
import { squarePng } from './png'

/** "只支持数字，大小写英文以及部分特殊字符：!#$&'()*+,/:;=?@-._~". */
const SCENE = /^[\w!#$&'()*+,/:;=?@\-.~]+$/
const QUIET_ZONE = 4
const MINUTE_MS = 60_000

interface Parts {
  readonly now: () => number
  /** dist/weapp, where the published pages stand; without it every page is taken. */
  readonly weapp: string | undefined
}

export class Codes {
  private minute = { from: 0, codes: 0 }

  constructor(private readonly parts: Parts) {}

  /** The picture, as PNG. Refuses what the interface refuses (wxacode.getUnlimited page). */
  picture(input: Readonly<Record<string, unknown>>): Buffer {
    const { scene, page = 'pages/index/index', width = 430, check_path: checkPath } = input
    if (typeof scene !== 'string' || scene.length > limits.sceneLength || !SCENE.test(scene)) {
      throw new WechatRefusal(40169, 'invalid length for scene, or the data is not json string')
    }
    // "根路径前不要填加 /，不能携带参数".
    if (typeof page !== 'string' || page.startsWith('/') || page.includes('?')) {
      throw new WechatRefusal(41030, 'invalid page')
    }
    if (checkPath !== false && !this.isPublished(page)) {
      throw new WechatRefusal(41030, 'invalid page hint: the page is not in app.json')
    }
    // "最小 280px，最大 1280px".
    if (typeof width !== 'number' || width < 280 || width > 1280) {
      throw new WechatRefusal(40097, 'invalid args: width must be 280 to 1280')
    }
    this.count()
    return draw(`${page}?scene=${encodeURIComponent(scene)}`, width)
  }

  /** "调用分钟频率受限（5000次/分钟）". */
  private count(): void {
    const now = this.parts.now()
    if (now - this.minute.from >= MINUTE_MS) this.minute = { from: now, codes: 0 }
    if (++this.minute.codes > limits.codesPerMinute) {
      throw new WechatRefusal(45009, 'reach max api daily quota limit')
    }
  }

  private isPublished(page: string): boolean {
    const file = this.parts.weapp && join(this.parts.weapp, 'app.json')
    if (file === undefined || !existsSync(file)) return true
    return pagesOf(JSON.parse(readFileSync(file, 'utf8'))).includes(page)
  }
}

interface AppJson {
  readonly pages?: readonly string[]
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[]
  readonly subpackages?: AppJson['subPackages']
}

/** Every page of an app.json, those of subpackages with their root. */
function pagesOf(app: unknown): string[] {
  const { pages = [], subPackages, subpackages } = app as AppJson
  const inside = (subPackages ?? subpackages ?? []).flatMap(({ root, pages: own }) =>
    own.map((page) => `${root.replace(/\/$/, '')}/${page}`),
  )
  return [...pages, ...inside]
}

function draw(content: string, width: number): Buffer {
  const code = qrcode(0, 'M')
  code.addData(content)
  code.make()
  const modules = code.getModuleCount()
  const dot = Math.max(Math.floor(width / (modules + 2 * QUIET_ZONE)), 1)
  const margin = Math.floor((width - modules * dot) / 2)
  const module = (pixel: number) => Math.floor((pixel - margin) / dot)
  const inside = (place: number) => place >= 0 && place < modules
  return squarePng(width, (row, column) => {
    const [down, across] = [module(row), module(column)]
    return inside(down) && inside(across) && code.isDark(down, across)
  })
}
