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
import { fen } from '@domain/money'
import type { Surface } from '@/platform/surface'
import type { TrendDays } from '@/stores/GuidesStore'
import { dayText, type TrendMetric } from '@/text/guides'
import { money } from '@/text/money'

// Only what a line needs: the whole library would be 70 KB more.
Chart.register(CategoryScale, Filler, LinearScale, LineController, LineElement, PointElement)

/** The shop's colours; a canvas knows no CSS variables. */
const cherry = '#c8283c'
const blush = '#fcedee'
const quiet = '#6e655c'
const line = '#ede6de'

const FAMILY = '-apple-system, "PingFang SC", "Noto Sans CJK SC", sans-serif'
/** Days that have room for a name below a phone's chart. */
const MOST_NAMES = 7

/** Draws a figure of a guide's days as a line; answers what takes it away again. */
export function drawTrend(surface: Surface, days: TrendDays, metric: TrendMetric): () => void {
  const chart = new Chart(surface.canvas, configurationOf(surface, days, metric))
  return () => {
    chart.destroy()
  }
}

function configurationOf(
  { pixelRatio }: Surface,
  days: TrendDays,
  metric: TrendMetric,
): ChartConfiguration<'line'> {
  const font = { family: FAMILY, size: 12 }
  return {
    type: 'line',
    // It asks for no page around the canvas: a mini-program has none.
    platform: BasicPlatform,
    data: {
      labels: days.map(({ day }) => dayText(day)),
      datasets: [
        {
          data: days.map((day) => day[metric]),
          ...{ borderColor: cherry, borderWidth: 2, backgroundColor: blush, fill: true },
          ...{ pointRadius: days.length > MOST_NAMES ? 0 : 3, pointBackgroundColor: cherry },
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
          suggestedMax: metric === 'incomeFen' ? 100 : 4,
          grid: { color: line },
          border: { display: false },
          ticks: { color: quiet, font, precision: 0, maxTicksLimit: 5, callback: nameOf(metric) },
        },
      },
    },
  }
}

const nameOf = (metric: TrendMetric) => (value: string | number) =>
  metric === 'incomeFen' ? money(fen(Math.round(Number(value)))) : `${value}`
