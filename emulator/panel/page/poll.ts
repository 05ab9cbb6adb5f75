/** How something is read again and again. */
export interface Polling<Answer> {
  readonly load: () => Promise<Answer>
  readonly show: (answer: Answer) => void
  readonly fail: (error: unknown) => void
  readonly everyMs: number
}

/** A running poll: `again` reads at once, `close` ends it. */
export interface Poll {
  readonly again: () => void
  readonly close: () => void
}

/**
 * Reads now, and again `everyMs` after each answer. A hidden tab asks nothing and reads as soon as
 * it
 * is seen; an answer that a newer question has overtaken is dropped.
 */
export function poll<Answer>({ load, show, fail, everyMs }: Polling<Answer>): Poll {
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = 0

  const again = () => {
    clearTimeout(timer)
    void read(++asked)
  }
  const read = async (question: number) => {
    try {
      const answer = await load()
      if (question === asked) show(answer)
    } catch (error) {
      if (question === asked) fail(error)
    }
    if (question === asked && !document.hidden) timer = setTimeout(again, everyMs)
  }
  const seen = () => {
    if (document.hidden) clearTimeout(timer)
    else again()
  }
  document.addEventListener('visibilitychange', seen)
  again()
  return {
    again,
    close: () => {
      asked++
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', seen)
    },
  }
}
