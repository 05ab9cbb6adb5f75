import { createContext, createElement, useContext, useState, type PropsWithChildren } from 'react'
import { call } from '@/platform/call'
import { pay } from '@/platform/pay'
import { askConsent } from '@/platform/subscribe'
import { choosePictures, uploadPicture } from '@/platform/upload'
import { AfterSaleStore } from './AfterSaleStore'
import { CartStore } from './CartStore'
import { CatalogStore } from './CatalogStore'
import { CheckoutStore } from './CheckoutStore'
import { FlashsaleStore } from './FlashsaleStore'
import { GroupbuyStore } from './GroupbuyStore'
import { OrdersStore } from './OrdersStore'
import { SearchStore } from './SearchStore'
import { StaffStore } from './StaffStore'
import { TeamsStore } from './TeamsStore'

/** All stores of the app, one a feature. */
export class Stores {
  readonly catalog = new CatalogStore(call)
  readonly search = new SearchStore(call)
  readonly cart = new CartStore(call)
  readonly checkout = new CheckoutStore(call)
  readonly groupbuy = new GroupbuyStore(call)
  readonly teams = new TeamsStore(call)
  readonly flashsale = new FlashsaleStore(call, askConsent)
  readonly orders = new OrdersStore(call, pay)
  readonly afterSale = new AfterSaleStore(
    call,
    { choose: choosePictures, upload: uploadPicture },
    this.orders,
  )
  readonly staff = new StaffStore(call)
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
