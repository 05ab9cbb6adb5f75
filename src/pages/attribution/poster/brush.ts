import type { Pen, Picture } from '@/platform/painting'

/** A rectangle in pixels of the poster. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where a text begins: its left upper corner, its middle, or its end, as it is aligned. */
export type Spot = Pick<Box, 'x' | 'y'>

/** How a text looks. */
export interface Lettering {
  readonly size: number
  readonly colour: string
  readonly bold?: boolean
  readonly align?: 'left' | 'center' | 'right'
}

const FAMILY = '-apple-system, "PingFang SC", "Noto Sans CJK SC", sans-serif'
const ELLIPSIS = '…'
/** Lines are this much higher than their letters. */
const LEADING = 1.4

/** A filled rectangle with round corners. */
export function fillRound(pen: Pen, box: Box, radius: number, colour: string): void {
  roundPath(pen, box, radius)
  pen.fillStyle = colour
  pen.fill()
}

function roundPath(pen: Pen, { x, y, width, height }: Box, radius: number): void {
  pen.beginPath()
  pen.moveTo(x + radius, y)
  pen.arcTo(x + width, y, x + width, y + height, radius)
  pen.arcTo(x + width, y + height, x, y + height, radius)
  pen.arcTo(x, y + height, x, y, radius)
  pen.arcTo(x, y, x + width, y, radius)
  pen.closePath()
}

/** A picture that covers a box with round corners, its middle in the middle. */
export function coverRound(pen: Pen, picture: Picture, box: Box, radius: number): void {
  const scale = Math.max(box.width / picture.width, box.height / picture.height)
  const width = box.width / scale
  const height = box.height / scale
  const left = (picture.width - width) / 2
  const top = (picture.height - height) / 2
  pen.save()
  roundPath(pen, box, radius)
  pen.clip()
  pen.drawImage(picture, left, top, width, height, box.x, box.y, box.width, box.height)
  pen.restore()
}

/** A whole picture in a box; its sides are the box's, as those of a code are. */
export function place(pen: Pen, picture: Picture, { x, y, width, height }: Box): void {
  pen.drawImage(picture, 0, 0, picture.width, picture.height, x, y, width, height)
}

/** Writes one line from its upper edge on; answers how wide it is. */
export function write(pen: Pen, text: string, { x, y }: Spot, how: Lettering): number {
  prepare(pen, how)
  pen.fillText(text, x, y)
  return pen.measureText(text).width
}

function prepare(pen: Pen, { size, colour, bold = false, align = 'left' }: Lettering): void {
  pen.font = `${bold ? 'bold ' : ''}${size}px ${FAMILY}`
  pen.fillStyle = colour
  pen.textAlign = align
  pen.textBaseline = 'top'
}

/** How wide a text is. */
export function widthOf(pen: Pen, text: string, how: Lettering): number {
  prepare(pen, how)
  return pen.measureText(text).width
}

/** Room for a text: lines of a width, at most so many. */
export interface Room {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly lines: number
}

/**
 * Writes a text in lines, broken between any two characters as Chinese is; what has no room ends
 * with an ellipsis. Answers the height that was used.
 */
export function writeLines(pen: Pen, text: string, room: Room, how: Lettering): number {
  prepare(pen, how)
  const lines = broken(pen, text, room)
  const step = Math.round(how.size * LEADING)
  lines.forEach((line, index) => {
    pen.fillText(line, room.x, room.y + index * step)
  })
  return lines.length * step
}

function broken(pen: Pen, text: string, { width, lines: most }: Room): string[] {
  const fits = (line: string) => pen.measureText(line).width <= width
  const lines = ['']
  // Characters, not halves of emoji.
  for (const character of Array.from(text)) {
    const line = lines[lines.length - 1] ?? ''
    if (fits(line + character)) lines[lines.length - 1] = line + character
    else lines.push(character)
  }
  if (lines.length <= most) return lines
  const kept = lines.slice(0, most)
  const last = Array.from(kept.pop() ?? '')
  while (last.length > 0 && !fits(last.join('') + ELLIPSIS)) last.pop()
  return [...kept, last.join('') + ELLIPSIS]
}

/** A line through the middle of what was written. */
export function strikeOut(pen: Pen, box: Box, colour: string): void {
  pen.beginPath()
  pen.strokeStyle = colour
  pen.lineWidth = 2
  pen.moveTo(box.x, box.y + box.height / 2)
  pen.lineTo(box.x + box.width, box.y + box.height / 2)
  pen.stroke()
}
