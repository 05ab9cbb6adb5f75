import { createContext, createElement, useContext, useState, type PropsWithChildren } from 'react'
import { call, type Call } from '@/platform/call'
import { onLeaving } from '@/platform/leaving'
import { pay } from '@/platform/pay'
import { askConsent } from '@/platform/subscribe'
import { choosePictures, uploadTo } from '@/platform/upload'
import { AfterSaleStore } from './AfterSaleStore'
import { AttributionStore } from './AttributionStore'
import { CartStore } from './CartStore'
import { CatalogStore } from './CatalogStore'
import { CheckoutStore } from './CheckoutStore'
import { CouponsStore } from './CouponsStore'
import { EventsStore } from './EventsStore'
import { FlashsaleStore } from './FlashsaleStore'
import { GroupbuyStore } from './GroupbuyStore'
import { LiveStore } from './LiveStore'
import { MembersStore } from './MembersStore'
import { MessagesStore } from './MessagesStore'
import { OrdersStore } from './OrdersStore'
import { PointsStore } from './PointsStore'
import { SearchStore } from './SearchStore'
import { StaffStore } from './StaffStore'
import { TeamsStore } from './TeamsStore'

/** All stores of the app, one a feature. */
export class Stores {
  private readonly ofSubpackages: object[] = []

  readonly attribution = new AttributionStore(call)
  readonly catalog = new CatalogStore(call)
  readonly search = new SearchStore(call)
  readonly cart = new CartStore(call)
  readonly checkout = new CheckoutStore(call)
  readonly coupons = new CouponsStore(call)
  readonly groupbuy = new GroupbuyStore(call)
  readonly teams = new TeamsStore(call)
  readonly messages = new MessagesStore(call, askConsent)
  readonly flashsale = new FlashsaleStore(call, this.messages)
  readonly live = new LiveStore(call, this.messages)
  readonly members = new MembersStore(call, uploadTo('avatars'))
  readonly points = new PointsStore(call)
  readonly orders = new OrdersStore(call, pay)
  readonly afterSale = new AfterSaleStore(
    call,
    { choose: choosePictures, upload: uploadTo('after-sale') },
    this.orders,
  )
  readonly staff = new StaffStore(call)
  /** A purchase comes first: nothing is counted while an order is on its way. */
  readonly events = new EventsStore(call, () => this.checkout.placing)

  constructor() {
    onLeaving(() => {
      this.events.leave()
    })
  }

  /** The store of a feature that only subpackages know; it is made when it is first asked for. */
  of<Store extends object>(Kind: new (call: Call) => Store): Store {
    const known = this.ofSubpackages.find((store): store is Store => store instanceof Kind)
    if (known) return known
    const made = new Kind(call)
    this.ofSubpackages.push(made)
    return made
  }
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

/** The store of a feature that only subpackages know: its code stays out of the main package. */
export function useStore<Store extends object>(Kind: new (call: Call) => Store): Store {
  return useStores().of(Kind)
}
