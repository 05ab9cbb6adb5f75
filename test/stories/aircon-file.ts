/** One live of two hours, as it really was, and the shop that it would be held in. */
import live from '../scenarios/aircon-live.json'

/** The live, row by row. */
export const scenario = live

/** An order of the live. */
export type LiveSale = (typeof live.orders)[number]

/** Headquarters itself: who hosts the live, at the first store. */
export const HOST = 'ac-host'

/** When the live begins, in shop time. */
export const STARTS_AT = '2027-03-01 20:00'

/** A thing of an odd price, so that shares have to be rounded. */
export const REMOTE = { id: 'ac-remote', name: '无线遥控器', priceFen: 19_999 }

/** What everything costs. */
export const priceOf = new Map([...live.products, REMOTE].map(({ id, priceFen }) => [id, priceFen]))

/** Which store a guide works for. */
export const storeOf = new Map(live.guides.map(({ id, storeId }) => [id, storeId]))

const store = { district: '专卖店', address: '家电城', phone: '028-80000001', hours: '9-21' }

const product = ({ id, name, priceFen }: typeof REMOTE) => ({
  ...{ id, name, priceFen, unit: '套', categoryId: 'aircon', stock: 1000 },
})

/** The shop file that an operator would write for it. */
export const shopFile = {
  shop: { id: 'aircon', name: '中央空调工厂店', timeZone: 'Asia/Shanghai' },
  stores: live.stores.map(({ id, name }) => ({ id, name, ...store })),
  categories: [{ id: 'aircon', name: '中央空调' }],
  products: [...live.products, REMOTE].map(product),
  freight: { flatFen: 0, freeAboveFen: 0, pickUpFen: 0 },
  groupBuys: [],
  flashSales: [],
  discounts: [],
  spendAndSave: [],
  segments: [],
  guides: [...live.guides, { id: HOST, name: '总部', storeId: 'ac-store-01' }].map((guide) => ({
    ...guide,
    kind: 'employee',
  })),
  commission: { ...live.commission, maxTotalBps: 370 },
  live: [
    {
      ...live.live,
      startsAt: '2027-03-01T20:00:00+08:00',
      host: HOST,
      products: live.products.map(({ id, priceFen }) => ({
        ...{ productId: id, role: 'main', livePriceFen: priceFen },
      })),
    },
  ],
}
