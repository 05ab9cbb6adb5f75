import { catalogContract } from '@domain/catalog/contract'
import { groupbuyContract } from '@domain/groupbuy/contract'
import { seeHome } from '../server/catalog/home'
import { seeProduct } from '../server/catalog/see'
import { seeDeal } from '../server/groupbuy/see'
import { readStatement } from '../server/groupbuy/statement'
import { serve } from '../server/kit/serve'

/** What a shopper sees. */
export const main = serve(
  { ...catalogContract, ...groupbuyContract },
  {
    'catalog.home': seeHome,
    'catalog.see': seeProduct,
    'groupbuy.see': seeDeal,
    'groupbuy.statement': readStatement,
  },
)
