/** Finding things in books; what was reckoned from a book is not reckoned again. */

/** What is reckoned from a book alone is reckoned once, as long as nobody writes into it. */
export function once<Doc, Answer>(
  reckon: (documents: readonly Doc[]) => Answer,
): (documents: readonly Doc[]) => Answer {
  const known = new WeakMap<readonly Doc[], { readonly answer: Answer }>()
  return (documents) => {
    const found = known.get(documents) ?? { answer: reckon(documents) }
    known.set(documents, found)
    return found.answer
  }
}

const index = once(
  (documents: readonly { readonly _id: string }[]): ReadonlyMap<string, unknown> =>
    new Map(documents.map((document) => [document._id, document])),
)

/** The documents of a book by their ids. */
export const byId = <Doc extends { readonly _id: string }>(documents: readonly Doc[]) =>
  index(documents) as ReadonlyMap<string, Doc>

/** Documents of a book by something that several have in common; those without it are left out. */
export const grouped = <Doc>(keyOf: (document: Doc) => string | undefined) =>
  once((documents: readonly Doc[]): ReadonlyMap<string, readonly Doc[]> => {
    const groups = new Map<string, Doc[]>()
    for (const document of documents) {
      const key = keyOf(document)
      if (key === undefined) continue
      const group = groups.get(key)
      if (group) group.push(document)
      else groups.set(key, [document])
    }
    return groups
  })
