// npm run shop -- import FILE | deals   [--url http://127.0.0.1:8787]
import { parseArgs } from 'node:util'
import { callStaff, importShop, Told } from './import-shop.mjs'

const HELP = `npm run shop -- import FILE   checks a whole shop file and brings it in
npm run shop -- deals         every ladder: people, price, what may have to go back at the most
options: --url ADDRESS (default http://127.0.0.1:8787)`

const yuan = (fen) => `¥${(fen / 100).toFixed(2)}`

async function importFile(url, file) {
  if (!file) throw new Told('Which file? npm run shop -- import FILE')
  const { products, skus, stores, kept, ...sales } = await importShop(url, file)
  console.log(`Imported ${products} products (${skus} SKUs), ${stores} stores,`)
  const { deals, flashSales, promotions } = sales
  console.log(`${deals} group-buys, ${flashSales} flash sales, ${promotions} promotions.`)
  console.log(`Kept for later parts: ${kept.join(', ')}.`)
}

async function showDeals(url) {
  const { deals } = await callStaff(url, 'groupbuy.watch', {})
  console.table(
    deals.map((deal) => ({
      ladder: deal.dealId,
      status: deal.status,
      people: deal.people,
      orders: deal.orders,
      'price now': yuan(deal.priceFen),
      paid: yuan(deal.paidFen),
      refunded: yuan(deal.refundedFen),
      'may go back': yuan(deal.worstRefundFen),
      'refunds in trouble': deal.failedRefunds,
    })),
  )
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      url: { type: 'string', default: 'http://127.0.0.1:8787' },
      help: { type: 'boolean' },
    },
  })
  const [command, file] = positionals
  if (command === 'import') await importFile(values.url, file)
  else if (command === 'deals') await showDeals(values.url)
  else console.log(HELP)
} catch (error) {
  if (!(error instanceof Told) && !String(error.code).startsWith('ERR_PARSE_ARGS')) throw error
  console.error(error.message)
  process.exitCode = 1
}
