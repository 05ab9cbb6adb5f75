/** wx.request: plain HTTP, for mini-programs that have a server of their own. */
import type { Device } from '../device'
import type { Outgoing } from '../network'
import { asynchronous, type Interfaces, type Options, textOf } from './interfaces'

function outgoing(options: Options): Outgoing {
  const method = textOf(options, 'method', 'GET')
  const header = (options['header'] ?? {}) as Record<string, string>
  const headers = { 'content-type': 'application/json', ...header }
  if (method === 'GET') return { headers }
  const data = options['data'] ?? {}
  return { method, headers, body: typeof data === 'string' ? data : JSON.stringify(data) }
}

function address(options: Options): string {
  const url = textOf(options, 'url')
  const data = options['data']
  const isGet = textOf(options, 'method', 'GET') === 'GET'
  if (!isGet || typeof data !== 'object' || data === null) return url
  const query = new URLSearchParams(data as Record<string, string>).toString()
  return query === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${query}`
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** wx.request answers a task; ours can't be aborted, as everything is local. */
export function requestInterfaces(device: Device): Interfaces {
  const send = async (options: Options) => {
    const answer = await device.network.send(address(options), outgoing(options))
    return { data: parsed(answer.text), statusCode: answer.status, header: answer.headers }
  }
  const request = asynchronous(device, 'request', send)
  return {
    answers: {},
    plain: {
      request: (options: Options) => {
        void request({ complete: () => undefined, ...options })
        const nothing = () => undefined
        return { abort: nothing, onHeadersReceived: nothing, offHeadersReceived: nothing }
      },
    },
  }
}
