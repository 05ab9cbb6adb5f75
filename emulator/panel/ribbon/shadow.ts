import { make } from '../make'
import tokens from '../tokens.css'

/** A place of our own on somebody else's page: its styles don't reach in, ours don't reach out. */
export function shadow(id: string, css: string): { host: HTMLElement; root: ShadowRoot } {
  const host = make('div', { id })
  const root = host.attachShadow({ mode: 'open' })
  root.append(make('style', {}, tokens + css))
  return { host, root }
}
