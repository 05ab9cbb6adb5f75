import type { PropsWithChildren } from 'react'
import { connect } from '@/platform/connect'
import { listenToKeys } from '@/platform/keys'
import { StoresProvider } from '@/stores/root'
import './tokens.scss'
import './app.scss'

connect()
listenToKeys()

/** The whole app: its pages share one set of stores. */
export default function App({ children }: PropsWithChildren) {
  return <StoresProvider>{children}</StoresProvider>
}
