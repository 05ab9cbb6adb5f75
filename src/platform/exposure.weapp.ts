import Taro from '@tarojs/taro'

/** As much of something has to be on the screen for it to be seen. */
const SEEN = 0.5

/**
 * Tells the id of everything with this selector that comes on the screen; what is drawn later has
 * to be asked for anew. Answers how to stop.
 */
export function watchExposure(selector: string, onSeen: (id: string) => void): () => void {
  const { page } = Taro.getCurrentInstance()
  if (!page) return () => undefined
  const observer = Taro.createIntersectionObserver(page, { observeAll: true, thresholds: [SEEN] })
  let isOver = false
  // What was just drawn is there only once the view has got it.
  Taro.nextTick(() => {
    if (isOver) return
    observer.relativeToViewport().observe(selector, (seen) => {
      const { id, intersectionRatio } = seen as { readonly id?: string; intersectionRatio: number }
      if (id !== undefined && intersectionRatio >= SEEN) onSeen(id)
    })
  })
  return () => {
    isOver = true
    observer.disconnect()
  }
}
