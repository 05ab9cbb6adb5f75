import { announceBridge, bridge } from './bridge'
import { cashier } from './cashier'
import { signRequests, takePerson } from './person'
import { hangRibbon } from './ribbon'

takePerson()
signRequests()
Object.assign(window, { WeixinJSBridge: bridge, jutuanCashier: cashier })

const begin = () => {
  announceBridge()
  hangRibbon()
}
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin)
else begin()
