import { Canvas } from '@tarojs/components'

/** A canvas by its id and its looks. */
export interface ChartCanvasProps {
  readonly id: string
  readonly className: string | undefined
}

/** A canvas to draw on. */
export function ChartCanvas({ id, className }: ChartCanvasProps) {
  return <Canvas type="2d" id={id} className={className} />
}
