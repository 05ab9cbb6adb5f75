/** Content types by the ending of a name, for stored files and for pages. */
import { extname } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mp4': 'video/mp4',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
}

/** Pictures that a browser shows and that run nothing; an SVG may hold a script. */
const PICTURES = new Set(['image/gif', 'image/jpeg', 'image/png', 'image/webp'])

/** Whether a sender's word for a file is taken: for pictures only. */
export function isPicture(type: string): boolean {
  return PICTURES.has(type)
}

/**
 * By the ending of the name, else `otherwise`. Unknown ones are bytes: a browser downloads them and
 * runs nothing.
 */
export function contentTypeOf(name: string, otherwise = 'application/octet-stream'): string {
  return TYPES[extname(name).toLowerCase()] ?? otherwise
}
