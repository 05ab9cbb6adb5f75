const key = 'jutuan.openid'
const somebody = 'ann'
const namable = /^[\x21-\x7e]{1,64}$/

/** Who uses this tab: the page's `?openid=`, else whoever was chosen before, else 安安. */
export function currentPerson(): string {
  return sessionStorage.getItem(key) ?? somebody
}

/** Takes the person that the page's address asks for, before the app's scripts run. */
export function takePerson(): void {
  const asked = new URLSearchParams(location.search).get('openid')
  if (asked !== null && namable.test(asked)) sessionStorage.setItem(key, asked)
  else if (!sessionStorage.getItem(key)) sessionStorage.setItem(key, somebody)
}

/** Lets somebody else use this tab: the page starts over as them. */
export function become(openid: string): void {
  sessionStorage.setItem(key, openid)
  const address = new URL(location.href)
  if (address.searchParams.has('openid')) {
    address.searchParams.set('openid', openid)
    history.replaceState(history.state, '', address)
  }
  location.reload()
}

/** From now on every request of this page to the local cloud says who makes it. */
export function signRequests(): void {
  const send = window.fetch.bind(window)
  window.fetch = (input, init) => {
    if (!isForCloud(input)) return send(input, init)
    const given = init?.headers ?? (input instanceof Request ? input.headers : undefined)
    const headers = new Headers(given)
    if (!headers.has('x-openid')) headers.set('x-openid', currentPerson())
    return send(input, { ...init, headers })
  }
}

function isForCloud(input: RequestInfo | URL): boolean {
  const address = new URL(input instanceof Request ? input.url : input, location.href)
  return address.origin === location.origin && address.pathname.startsWith('/_emulator/')
}
