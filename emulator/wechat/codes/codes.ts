/**
 * `wxacode.getUnlimited`: a code that opens a page with a scene. Here it is a QR code of
 * `<page>?scene=<scene>`.
 */
import qrcode from 'qrcode-generator'
import { limits } from '../../limits'
import type { PublishedPages } from '../published-pages'
import { WechatRefusal } from '../refusal'
import { squarePng } from './png'

/** "只支持数字，大小写英文以及部分特殊字符：!#$&'()*+,/:;=?@-._~". */
const SCENE = /^[\w!#$&'()*+,/:;=?@\-.~]+$/
const QUIET_ZONE = 4
const MINUTE_MS = 60_000

interface Parts {
  readonly now: () => number
  readonly pages: PublishedPages
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
    if (checkPath !== false && !this.parts.pages.has(page)) {
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
