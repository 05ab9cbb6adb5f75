/** Sharing in a browser: choose a neighbour, and a new tab opens the shared page as that person. */
import type { Share } from '../device'
import type { Dialogs } from '../dialogs'

/** The scene number of a page opened from a chat. */
const chatScene = '1007'

interface Person {
  readonly openid: string
  readonly nickname: string
}

async function people(): Promise<readonly Person[]> {
  const response = await fetch('/_emulator/people')
  return response.ok ? ((await response.json()) as readonly Person[]) : []
}

/** The address that opens what was shared on another person's phone. */
export function addressFor(share: Share, openid: string): string {
  const [path = '', query = ''] = share.path.replace(/^\//, '').split('?')
  const words = new URLSearchParams({ openid, path, query, scene: chatScene })
  return `/_emulator/weapp?${words.toString()}`
}

/** Offers the neighbours to send it to. */
export async function offerShare(share: Share, dialogs: Dialogs, sender: string): Promise<void> {
  const others = (await people()).filter((person) => person.openid !== sender)
  const names = others.map((person) => person.nickname)
  const index = await dialogs.choose(`把「${share.title}」发给(新标签页打开)`, names)
  const receiver = index === undefined ? undefined : others[index]
  if (receiver) window.open(addressFor(share, receiver.openid), '_blank')
}
