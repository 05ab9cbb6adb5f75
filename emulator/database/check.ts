import { limits } from '../limits'
import { type Document, isPlainObject } from '../store/document'
import { textOf } from '../store/text'
import { failed } from './refusals'

/** Refuses field names MongoDB would not take back in a query, and values nested too deeply. */
export function checkValue(value: unknown, depth = 0): void {
  if (depth > limits.documentDepth)
    throw failed(`the document is nested deeper than ${limits.documentDepth} levels`)
  if (Array.isArray(value)) for (const item of value) checkValue(item, depth + 1)
  else if (isPlainObject(value))
    for (const item of Object.values(value)) checkValue(item, depth + 1)
}

/** Checks a whole document as `add` and `set` bring it. */
export function checkDocument(document: Document): Document {
  checkNames(document)
  checkValue(document)
  return checkSize(document)
}

/** No more bytes than this; kept so that a growing document is not written out at every update. */
const mostBytes = new WeakMap<Document, number>()

/** Refuses a document that is too large. */
function checkSize(document: Document): Document {
  const bytes = Buffer.byteLength(textOf(document))
  if (bytes > limits.documentBytes)
    throw failed(`object to insert too large. max size in bytes: ${limits.documentBytes}`)
  mostBytes.set(document, bytes)
  return document
}

/** Refuses a document that an update of so many bytes made too large. */
export function checkGrowth(before: Document, after: Document, updateBytes: number): Document {
  const most = (mostBytes.get(before) ?? Buffer.byteLength(textOf(before))) + updateBytes
  if (most > limits.documentBytes) return checkSize(after)
  mostBytes.set(after, most)
  return after
}

function checkNames(value: unknown): void {
  if (Array.isArray(value)) {
    for (const item of value) checkNames(item)
  } else if (isPlainObject(value)) {
    for (const [name, item] of Object.entries(value)) {
      if (name.startsWith('$'))
        throw failed(`The dollar ($) prefixed field '${name}' is not valid for storage.`)
      if (name.includes('.')) throw failed(`The dotted field '${name}' is not valid for storage.`)
      if (name.includes('\u0000') || name === '__proto__')
        throw failed(`The field name '${name}' is not valid for storage.`)
      checkNames(item)
    }
  }
}

/** A name is a string or a number. */
export function checkId(id: unknown): string | number {
  if (typeof id === 'string' || typeof id === 'number') return id
  throw failed("The '_id' value must be a string or a number")
}
