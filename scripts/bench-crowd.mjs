// Many buyers of the benchmark at once, and what their times come to.

/** Everybody at once, so many in flight; how long each took in ms. */
export async function crowd(count, atOnce, each) {
  const waiting = Array.from({ length: count }, (_, index) => index)
  const times = []
  const walker = async () => {
    for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) {
      times.push(await each(index))
    }
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: atOnce }, walker))
  return { seconds: (performance.now() - started) / 1000, times: times.sort((a, b) => a - b) }
}

/** The time, in ms, that this share of the sorted times do not exceed. */
export const at = (times, share) => Math.round(times[Math.floor((times.length - 1) * share)] ?? 0)
