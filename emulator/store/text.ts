import { EJSON } from 'bson'
import type { Document } from './document'

const written = new WeakMap<Document, string>()

/** A document as Extended JSON. Documents never change, so it is written once for disk and wire. */
export function textOf(document: Document): string {
  let text = written.get(document)
  if (text === undefined) {
    text = EJSON.stringify(document, { relaxed: true })
    written.set(document, text)
  }
  return text
}

/** Reads what `textOf` wrote. */
export const parseText = (text: string): Document => EJSON.parse(text) as Document
