import { fail } from '@domain/failure'
import { mayDo, type StaffAction } from '@domain/staff/roles'
import { staff } from '../kit/collections'
import type { Door } from '../kit/serve'

/**
 * Lets in who may do an action: the role stands in the `staff` collection, not in the call. Who
 * works here in another role is told which; a stranger is told nothing. One SDK call.
 */
export const staffDoor: Door<StaffAction> = async ({ memberId }, action) => {
  const known = await staff.get(memberId)
  if (!known) return fail('role_missing')
  const { role } = known
  return mayDo(role, action) ? undefined : fail('role_missing', { role })
}
