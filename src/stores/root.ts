import { createContext, createElement, useContext, useState, type PropsWithChildren } from 'react'
import { call } from '@/platform/call'
import { pay } from '@/platform/pay'
import { CatalogStore } from './CatalogStore'
import { CheckoutStore } from './CheckoutStore'
import { GroupbuyStore } from './GroupbuyStore'
import { OrdersStore } from './OrdersStore'

/** All stores of the app, one a feature. */
export class Stores {
  readonly catalog = new CatalogStore(call)
  readonly groupbuy = new GroupbuyStore(call)
  readonly checkout = new CheckoutStore(call)
  readonly orders = new OrdersStore(call, pay)
}

const StoresContext = createContext<Stores | undefined>(undefined)

/** Gives the pages below it one set of stores. */
export function StoresProvider({ children }: PropsWithChildren) {
  const [stores] = useState(() => new Stores())
  return createElement(StoresContext.Provider, { value: stores }, children)
}

/** The stores of the app. */
export function useStores(): Stores {
  const stores = useContext(StoresContext)
  if (!stores) throw new Error('a page outside StoresProvider')
  return stores
}
