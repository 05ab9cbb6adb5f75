/** The address that a server of ours says when it listens; an error where it ends before. */
export const addressOf = (child) =>
  new Promise((resolve, reject) => {
    child.stdout.on('data', (text) => {
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(String(text)) ?? []
      if (address) resolve(address)
    })
    child.once('exit', () => reject(new Error('the server did not start')))
  })

/** Ends it at once, and waits until it is gone. */
export async function kill(child) {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}
