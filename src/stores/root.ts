import { createContext, createElement, useContext, useState, type PropsWithChildren } from 'react'
import { call } from '@/platform/call'
import { pay } from '@/platform/pay'
import { askConsent } from '@/platform/subscribe'
import { choosePictures, uploadTo } from '@/platform/upload'
import { AfterSaleStore } from './AfterSaleStore'
import { CartStore } from './CartStore'
import { CatalogStore } from './CatalogStore'
import { CheckoutStore } from './CheckoutStore'
import { CouponsStore } from './CouponsStore'
import { FlashsaleStore } from './FlashsaleStore'
import { GroupbuyStore } from './GroupbuyStore'
import { MembersStore } from './MembersStore'
import { MessagesStore } from './MessagesStore'
import { OrdersStore } from './OrdersStore'
import { PointsStore } from './PointsStore'
import { SearchStore } from './SearchStore'
import { StaffStore } from './StaffStore'
import { TeamsStore } from './TeamsStore'

/** All stores of the app, one a feature. */
export class Stores {
  readonly catalog = new CatalogStore(call)
  readonly search = new SearchStore(call)
  readonly cart = new CartStore(call)
  readonly checkout = new CheckoutStore(call)
  readonly coupons = new CouponsStore(call)
  readonly groupbuy = new GroupbuyStore(call)
  readonly teams = new TeamsStore(call)
  readonly messages = new MessagesStore(call, askConsent)
  readonly flashsale = new FlashsaleStore(call, this.messages)
  readonly members = new MembersStore(call, uploadTo('avatars'))
  readonly points = new PointsStore(call)
  readonly orders = new OrdersStore(call, pay)
  readonly afterSale = new AfterSaleStore(
    call,
    { choose: choosePictures, upload: uploadTo('after-sale') },
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
