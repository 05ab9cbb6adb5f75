/** What draws: the part of a 2D context that WeChat and browsers have alike. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'arc'
  | 'arcTo'
  | 'beginPath'
  | 'clip'
  | 'closePath'
  | 'fill'
  | 'fillRect'
  | 'fillStyle'
  | 'fillText'
  | 'font'
  | 'lineTo'
  | 'lineWidth'
  | 'measureText'
  | 'moveTo'
  | 'restore'
  | 'save'
  | 'stroke'
  | 'strokeStyle'
  | 'textAlign'
  | 'textBaseline'
> & {
  drawImage(
    picture: Picture,
    ...place: readonly [number, number, number, number, number, number, number, number]
  ): void
}

/** A picture that has come, ready to be drawn. */
export interface Picture {
  readonly width: number
  readonly height: number
}

/** What is to be drawn. Sizes are in pixels of the finished picture. */
export interface Painting<Name extends string> {
  readonly width: number
  readonly height: number
  /** Files of the cloud's storage, or data URLs; null for what there is no picture of. */
  readonly pictures: Readonly<Record<Name, string | null>>
  /** Draws; a picture that is missing, or did not come, is undefined. */
  readonly paint: (pen: Pen, pictures: Readonly<Record<Name, Picture | undefined>>) => void
}
