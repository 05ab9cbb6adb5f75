/** A canvas by its id and its looks. */
export interface ChartCanvasProps {
  readonly id: string
  readonly className: string | undefined
}

/** A canvas to draw on: a browser's own, as Taro's loses its drawing with the next render. */
export function ChartCanvas({ id, className }: ChartCanvasProps) {
  return <canvas id={id} className={className} />
}
