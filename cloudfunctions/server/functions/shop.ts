import { cartContract } from '@domain/cart/contract'
import { catalogContract } from '@domain/catalog/contract'
import { flashsaleContract } from '@domain/flashsale/contract'
import { groupbuyContract } from '@domain/groupbuy/contract'
import { teamsContract } from '@domain/teams/contract'
import { addLines, setLines } from '../cart/change'
import { seeCart } from '../cart/see'
import { seeHome } from '../catalog/home'
import { searchProducts } from '../catalog/search'
import { seeProduct } from '../catalog/see'
import { remindOf } from '../flashsale/remind'
import { seeSessions } from '../flashsale/see'
import { seeDeal } from '../groupbuy/see'
import { readStatement } from '../groupbuy/statement'
import { serve } from '../kit/serve'
import { seeOffer, seeTeam } from '../teams/see'

const contract = {
  ...catalogContract,
  ...cartContract,
  ...teamsContract,
  ...flashsaleContract,
  ...groupbuyContract,
}

/** What a shopper sees, and the light things that are kept: no money moves here. */
export const shop = serve(contract, {
  'catalog.home': seeHome,
  'catalog.search': searchProducts,
  'catalog.see': seeProduct,
  'cart.see': seeCart,
  'cart.add': addLines,
  'cart.set': setLines,
  'teams.offer': seeOffer,
  'teams.see': seeTeam,
  'flashsale.see': seeSessions,
  'flashsale.remind': remindOf,
  'groupbuy.see': seeDeal,
  'groupbuy.statement': readStatement,
})
