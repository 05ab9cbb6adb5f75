import type { ShareTarget } from '@domain/attribution/shareLink'
import type { Instant } from '@domain/time'
import type { Pen, Picture } from '@/platform/painting'
import type { Poster } from '@/stores/AttributionStore'
import { inviterText, postersText, posterTimeText } from '@/text/posters'
import { sharedText } from '@/text/shared'
import {
  coverRound,
  fillRound,
  place,
  strikeOut,
  widthOf,
  write,
  writeLines,
  type Box,
  type Lettering,
} from './brush'

/** The size of every poster in pixels: twice a phone's width. */
export const POSTER = { width: 750, height: 1240 } as const

/** What a template is given to draw. */
export interface Sitting {
  readonly poster: Poster
  readonly kind: ShareTarget['kind']
  readonly now: Instant
  readonly pictures: Readonly<Record<'picture' | 'avatar' | 'code', Picture | undefined>>
}

type Template = (pen: Pen, sitting: Sitting) => void

/** The shop's colours; a canvas knows no CSS variables. */
const ink = '#221c17'
const quiet = '#6e655c'
const cherry = '#c8283c'
const deep = '#9e1b2e'
const amber = '#8f5b0e'
const line = '#ede6de'
const paper = '#ffffff'
const ground = '#f7f3ee'
const blush = '#fcedee'

const whole: Box = { x: 0, y: 0, ...POSTER }

function fill(pen: Pen, colour: string, box: Box = whole): void {
  pen.fillStyle = colour
  pen.fillRect(box.x, box.y, box.width, box.height)
}

/** The product's picture; where there is none, its first letter on a soft tint. */
function drawPicture(pen: Pen, { pictures, poster }: Sitting, box: Box, radius: number): void {
  fillRound(pen, box, radius, blush)
  if (pictures.picture) {
    coverRound(pen, pictures.picture, box, radius)
    return
  }
  const size = Math.round(box.height / 3)
  const [first = ''] = Array.from(poster.name)
  const how: Lettering = { size, colour: cherry, bold: true, align: 'center' }
  write(pen, first, { x: box.x + box.width / 2, y: box.y + (box.height - size) / 2 }, how)
}

/** Who invites; without a portrait, the first letter of the name. */
function drawAvatar(pen: Pen, { pictures, poster }: Sitting, box: Box): void {
  const radius = box.width / 2
  fillRound(pen, box, radius, line)
  if (pictures.avatar) {
    coverRound(pen, pictures.avatar, box, radius)
    return
  }
  const size = Math.round(box.height / 2)
  const [first = ''] = Array.from(poster.sharer.name || poster.shopName)
  const how: Lettering = { size, colour: quiet, bold: true, align: 'center' }
  write(pen, first, { x: box.x + radius, y: box.y + (box.height - size) / 2 }, how)
}

/** The code on white, with room around it, as cameras want it. */
function drawCode(pen: Pen, { pictures }: Sitting, box: Box): void {
  const margin = Math.round(box.width / 12)
  fillRound(pen, box, 16, paper)
  if (!pictures.code) return
  const inner = { width: box.width - 2 * margin, height: box.height - 2 * margin }
  place(pen, pictures.code, { x: box.x + margin, y: box.y + margin, ...inner })
}

/** What it costs, and what it would cost otherwise, from `x` on; nothing where it has no price. */
function drawPrice(pen: Pen, { poster }: Sitting, x: number, y: number): void {
  if (poster.priceFen === null) return
  const small: Lettering = { size: 36, colour: cherry, bold: true }
  const sign = write(pen, sharedText.yuanSign, { x, y: y + 26 }, small)
  const large: Lettering = { size: 68, colour: cherry, bold: true }
  const sum = write(pen, postersText.price(poster.priceFen), { x: x + sign + 4, y }, large)
  if (poster.usualFen === null || poster.usualFen <= poster.priceFen) return
  const usual = `${sharedText.yuanSign}${postersText.price(poster.usualFen)}`
  const left = x + sign + sum + 24
  const width = write(pen, usual, { x: left, y: y + 32 }, { size: 30, colour: quiet })
  strikeOut(pen, { x: left, y: y + 32, width, height: 30 }, quiet)
}

const scanText = (kind: Sitting['kind']): string =>
  kind === 'live' ? postersText.scanLive : postersText.scan

/** 大图: the picture first, who invites and the code below. */
const picture: Template = (pen, sitting) => {
  const { poster, kind, now } = sitting
  fill(pen, ground)
  fillRound(pen, { x: 30, y: 30, width: 690, height: 1180 }, 32, paper)
  drawPicture(pen, sitting, { x: 30, y: 30, width: 690, height: 620 }, 32)
  const room = { x: 66, y: 682, width: 618, lines: 2 }
  const used = writeLines(pen, poster.name, room, { size: 40, colour: ink, bold: true })
  drawPrice(pen, sitting, 66, 694 + used)
  const time = posterTimeText(poster, now)
  const below = poster.priceFen === null ? 702 + used : 784 + used
  writeLines(pen, time, { x: 66, y: below, width: 618, lines: 1 }, { size: 26, colour: amber })
  fill(pen, line, { x: 66, y: 950, width: 618, height: 2 })
  drawAvatar(pen, sitting, { x: 66, y: 1010, width: 88, height: 88 })
  const inviter = { x: 176, y: 1010, width: 270, lines: 2 }
  const lines = writeLines(pen, inviterText(poster.sharer.name, kind), inviter, {
    ...{ size: 30, colour: ink, bold: true },
  })
  const shop = { x: 176, y: 1014 + lines, width: 270, lines: 1 }
  writeLines(pen, poster.shopName, shop, { size: 26, colour: quiet })
  drawCode(pen, sitting, { x: 472, y: 966, width: 208, height: 208 })
  write(pen, scanText(kind), { x: 576, y: 1172 }, { size: 20, colour: quiet, align: 'center' })
}

/** 邀请函: who invites first, as a letter does. */
const letter: Template = (pen, sitting) => {
  const { poster, kind, now } = sitting
  const middle = POSTER.width / 2
  fill(pen, deep)
  drawAvatar(pen, sitting, { x: middle - 60, y: 56, width: 120, height: 120 })
  const name = shortened(pen, inviterText(poster.sharer.name, kind), 620, {
    ...{ size: 38, colour: paper, bold: true },
  })
  write(pen, name, { x: middle, y: 200 }, { size: 38, colour: paper, bold: true, align: 'center' })
  const shop = shortened(pen, poster.shopName, 620, { size: 28, colour: blush })
  write(pen, shop, { x: middle, y: 256 }, { size: 28, colour: blush, align: 'center' })
  fillRound(pen, { x: 50, y: 320, width: 650, height: 860 }, 32, paper)
  drawPicture(pen, sitting, { x: 80, y: 350, width: 590, height: 350 }, 24)
  const room = { x: 80, y: 722, width: 590, lines: 2 }
  const used = writeLines(pen, poster.name, room, { size: 34, colour: ink, bold: true })
  drawPrice(pen, sitting, 80, 738 + used)
  const time = { x: 80, y: 1000, width: 330, lines: 3 }
  writeLines(pen, posterTimeText(poster, now), time, { size: 26, colour: amber })
  write(pen, scanText(kind), { x: 80, y: 1120 }, { size: 24, colour: quiet })
  drawCode(pen, sitting, { x: 440, y: 930, width: 230, height: 230 })
}

/** 简洁: words and a large code, to be read from afar. */
const plain: Template = (pen, sitting) => {
  const { poster, kind, now } = sitting
  const middle = POSTER.width / 2
  fill(pen, paper)
  fill(pen, cherry, { x: 0, y: 0, width: POSTER.width, height: 16 })
  const shop = { x: 60, y: 72, width: 630, lines: 1 }
  writeLines(pen, poster.shopName, shop, { size: 30, colour: quiet })
  const room = { x: 60, y: 130, width: 630, lines: 3 }
  const used = writeLines(pen, poster.name, room, { size: 54, colour: ink, bold: true })
  const subtitle = { x: 60, y: 146 + used, width: 630, lines: 1 }
  writeLines(pen, poster.subtitle, subtitle, { size: 30, colour: quiet })
  drawPrice(pen, sitting, 60, 206 + used)
  const time = { x: 60, y: 312 + used, width: 630, lines: 1 }
  writeLines(pen, posterTimeText(poster, now), time, { size: 28, colour: amber })
  fillRound(pen, { x: middle - 210, y: 700, width: 420, height: 420 }, 32, ground)
  drawCode(pen, sitting, { x: middle - 190, y: 720, width: 380, height: 380 })
  const inviter = shortened(pen, inviterText(poster.sharer.name, kind), 630, {
    ...{ size: 30, colour: ink, bold: true },
  })
  write(
    pen,
    inviter,
    { x: middle, y: 1136 },
    { size: 30, colour: ink, bold: true, align: 'center' },
  )
  write(pen, scanText(kind), { x: middle, y: 1184 }, { size: 24, colour: quiet, align: 'center' })
}

/** A text cut to a width. */
function shortened(pen: Pen, text: string, width: number, how: Lettering): string {
  if (widthOf(pen, text, how) <= width) return text
  const characters = Array.from(text)
  while (characters.length > 0 && widthOf(pen, `${characters.join('')}…`, how) > width) {
    characters.pop()
  }
  return `${characters.join('')}…`
}

/** The posters to choose from. */
export const templates = { picture, letter, plain } as const satisfies Record<string, Template>
export type TemplateName = keyof typeof templates
export const templateNames = Object.keys(templates) as TemplateName[]
