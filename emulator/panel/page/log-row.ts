import type { LogEntry, LoggedCall } from '../answers'
import { make } from '../make'
import { bytesOf, timeOf } from '../words'
import type { Directory } from './directory'

/** One invocation: a line that folds out into its calls and what it printed. */
export function logRow(entry: LogEntry, people: Directory): HTMLElement {
  const details = make('div', { class: 'log-details' })
  const row = make(
    'details',
    {
      class: entry.ok ? 'row' : 'row trouble',
      'data-key': entry.seq,
      ontoggle: () => {
        if (row.open && !details.hasChildNodes()) details.append(...unfolded(entry))
      },
    },
    make(
      'summary',
      {},
      make('time', {}, timeOf(entry.at)),
      make('code', { class: 'main' }, entry.function, entry.action && make('b', {}, entry.action)),
      people.chip(entry.source.startsWith('wx_client') ? entry.openid : undefined),
      make('span', { class: 'muted number' }, `${entry.calls.length} 次调用`),
      make('span', { class: 'number' }, `${Math.round(entry.ms)} ms`),
      make('span', { class: `tag ${entry.ok ? 'good' : 'bad'}` }, entry.ok ? '好' : '出错'),
    ),
    details,
  )
  return row
}

function unfolded(entry: LogEntry): HTMLElement[] {
  const sizes = `收到 ${bytesOf(entry.requestBytes)} · 回答 ${bytesOf(entry.answerBytes)} · 来源 ${entry.source}`
  return [
    make('p', { class: 'muted' }, sizes),
    ...(entry.error ? [make('p', { class: 'warning' }, entry.error)] : []),
    ...(entry.calls.length > 0 ? [callsTable(entry)] : []),
    ...(entry.lines.length > 0
      ? [make('pre', { 'aria-label': '控制台输出' }, entry.lines.join('\n'))]
      : []),
  ]
}

function callsTable({ calls, ms }: LogEntry): HTMLElement {
  const total = calls.reduce((sum, call) => sum + call.ms, 0)
  const note = `云调用 ${calls.length} 次，合计 ${Math.round(total)} ms`
  const longest = Math.max(ms, ...calls.map((call) => call.ms), 1)
  return make(
    'div',
    { class: 'scroll' },
    make(
      'table',
      {},
      make('caption', {}, note),
      make('tbody', {}, ...calls.map((call) => callRow(call, longest))),
    ),
  )
}

function callRow(call: LoggedCall, longest: number): HTMLElement {
  const width = Math.max((call.ms / longest) * 100, 1).toFixed(1)
  return make(
    'tr',
    {},
    make('td', {}, make('code', {}, call.action)),
    make('td', {}, call.on ?? ''),
    make('td', { class: 'number' }, `${call.ms.toFixed(1)} ms`),
    make('td', { class: 'bar' }, make('i', { style: `width:${width}%` })),
    make('td', {}, call.code !== undefined && make('span', { class: 'tag bad' }, call.code)),
  )
}
