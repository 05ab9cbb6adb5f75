/** What became of a file that was to be handed over. */
export type FileSaved = 'saved' | 'left' | 'failed'

/** Saves a text as a file: a browser downloads it. */
export function saveFile(name: string, text: string): Promise<FileSaved> {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser reads the file after this turn.
  setTimeout(() => {
    URL.revokeObjectURL(address)
  }, 1000)
  return Promise.resolve('saved')
}
