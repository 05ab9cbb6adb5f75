import { fail } from '@domain/failure'
import { staff } from '../kit/collections'
import type { Door } from '../kit/serve'

/** Lets in who works for the shop: the role stands in the `staff` collection, not in the call. */
export const staffDoor: Door = async ({ memberId }) => {
  const known = await staff.get(memberId)
  return known?.role === 'operator' ? undefined : fail('role_missing')
}
