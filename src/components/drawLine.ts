import {
  BasicPlatform,
  CategoryScale,
  Chart,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  type ChartConfiguration,
} from 'chart.js'
import type { Surface } from '@/platform/surface'

// Only what a line needs: the whole library would be 70 KB more.
Chart.register(CategoryScale, Filler, LinearScale, LineController, LineElement, PointElement)

/** A figure that goes along a time. */
export interface Line {
  /** What its points are called, from left to right. */
  readonly names: readonly string[]
  readonly values: readonly number[]
  /** How a value is written. */
  readonly say: (value: number) => string
  /** The height of the chart at least, however low the values are. */
  readonly least: number
}

/** The shop's colours; a canvas knows no CSS variables. */
const cherry = '#c8283c'
const blush = '#fcedee'
const quiet = '#6e655c'
const line = '#ede6de'

const FAMILY = '-apple-system, "PingFang SC", "Noto Sans CJK SC", sans-serif'
/** Points that have room for a name below a phone's chart. */
const MOST_NAMES = 7

/** Draws a figure as a line; answers what takes it away again. */
export function drawLine(surface: Surface, drawn: Line): () => void {
  const chart = new Chart(surface.canvas, configurationOf(surface, drawn))
  return () => {
    chart.destroy()
  }
}

function configurationOf(
  { pixelRatio }: Surface,
  { names, values, say, least }: Line,
): ChartConfiguration<'line'> {
  const font = { family: FAMILY, size: 12 }
  return {
    type: 'line',
    // It asks for no page around the canvas: a mini-program has none.
    platform: BasicPlatform,
    data: {
      labels: [...names],
      datasets: [
        {
          data: [...values],
          ...{ borderColor: cherry, borderWidth: 2, backgroundColor: blush, fill: true },
          ...{ pointRadius: names.length > MOST_NAMES ? 0 : 3, pointBackgroundColor: cherry },
        },
      ],
    },
    options: {
      ...{ responsive: false, animation: false, events: [] },
      devicePixelRatio: pixelRatio,
      layout: { padding: { top: 8, right: 12 } },
      scales: {
        x: {
          grid: { display: false },
          border: { color: line },
          ticks: { color: quiet, font, maxRotation: 0, maxTicksLimit: MOST_NAMES },
        },
        y: {
          beginAtZero: true,
          suggestedMax: least,
          grid: { color: line },
          border: { display: false },
          ticks: {
            ...{ color: quiet, font, precision: 0, maxTicksLimit: 5 },
            callback: (value) => say(Number(value)),
          },
        },
      },
    },
  }
}
